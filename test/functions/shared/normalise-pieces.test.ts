import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailAddress,
  emailKey,
  longText,
  mobileNumber,
  normalisePhone,
  personName,
  problems,
  problemText,
} from '../../../functions/shared/normalise.ts';

const firstProblem = (piece: typeof personName, value: string): string | undefined =>
  piece.safeParse(value).error?.issues[0]?.message;

describe('a name', () => {
  it.each(['김하늘', 'Ng', "O'Brien-Łukasz", '𠮷', '김 하늘 3세'])('may be %s', (name) => {
    expect(personName.parse(` ${name} `)).toBe(name);
  });

  it.each([
    ['', 'name-missing'],
    [' \u200b ', 'name-missing'],
    ['1234', 'name-without-letter'],
    ['\u3164', 'name-without-letter'],
    ['😀', 'name-without-letter'],
    ['가'.repeat(61), 'name-too-long'],
  ])('cannot be "%s" (%s)', (name, problem) => {
    expect(firstProblem(personName, name)).toBe(problem);
  });

  it('may have 60 letters, however they are encoded', () => {
    expect(personName.parse('각'.repeat(60).normalize('NFD'))).toBe('각'.repeat(60));
  });
});

describe('a mobile number', () => {
  it.each([
    '01012345678',
    '010-1234-5678',
    '010 1234 5678',
    '010.1234.5678',
    '+82 10-1234-5678',
    '+82 (0)10 1234 5678',
    '0082 10 1234 5678',
    '０１０－１２３４－５６７８',
    '\u202d010–1234–5678\u202c',
  ])('is understood when written %s', (written) => {
    expect(mobileNumber.parse(written)).toBe('010-1234-5678');
  });

  it('may be one of the old prefixes, of ten or eleven digits', () => {
    expect(normalisePhone('0111234567')).toBe('011-123-4567');
    expect(normalisePhone('01912345678')).toBe('019-1234-5678');
  });

  it.each(['0101234567', '010123456789', '02-123-4567', '01212345678', '+1 10 1234 5678', '010-1234-567a', 'x'])(
    'cannot be %s',
    (written) => {
      expect(normalisePhone(written)).toBeUndefined();
      expect(firstProblem(mobileNumber, written)).toBe('mobile-invalid');
    },
  );

  it('is asked for when it is missing', () => {
    expect(firstProblem(mobileNumber, '  ')).toBe('mobile-missing');
  });

  it('is the same when it is normalised again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^01[016-9]\d{8}$/), (digits) => {
        const once = normalisePhone(digits);
        expect(once && normalisePhone(once)).toBe(once);
        expect(once?.replaceAll('-', '')).toBe(digits);
      }),
    );
  });
});

describe('an e-mail address', () => {
  it('keeps its local part and has its domain in small letters', () => {
    expect(emailAddress.parse(' Haneul.Kim+sfa@Example.CO.KR ')).toBe('Haneul.Kim+sfa@example.co.kr');
    expect(emailAddress.parse('ｈａｎｅｕｌ＠ｅｘａｍｐｌｅ．ｋｒ')).toBe('haneul@example.kr');
    expect(emailKey('Haneul@Example.KR')).toBe('haneul@example.kr');
  });

  it.each([
    ['', 'email-missing'],
    ['haneul', 'email-invalid'],
    ['haneul@localhost', 'email-invalid'],
    ['a@b@c.kr', 'email-invalid'],
    ['.a@b.kr', 'email-invalid'],
    ['a..b@c.kr', 'email-invalid'],
    ['a@-b.kr', 'email-invalid'],
    ['a@b..kr', 'email-invalid'],
    ['a b@c.kr', 'email-invalid'],
    ['<a@b.kr>', 'email-invalid'],
    ['"a"@b.kr', 'email-invalid'],
    ['a@b.kr,c@d.kr', 'email-invalid'],
    ['a@b.kr；c@d.kr', 'email-invalid'],
    ['a@[127.0.0.1]', 'email-invalid'],
    ['a@b.kr\r\nBcc: c@d.kr', 'email-invalid'],
    [`${'a'.repeat(65)}@b.kr`, 'email-invalid'],
    [`a@${'b.'.repeat(130)}kr`, 'email-too-long'],
    ['김하늘@example.kr', 'email-international'],
    ['haneul@한국.kr', 'email-international'],
  ])('cannot be "%s" (%s)', (written, problem) => {
    expect(firstProblem(emailAddress, written)).toBe(problem);
  });

  it('never carries anything that could end or extend a header, whatever was typed', () => {
    const awkward = fc.constantFrom('\r', '\n', '\u2028', '\u0000', '\u202e', '\ufeff', '，', '；', '＜', '＠', ' ');
    const parts = fc.array(fc.oneof(awkward, fc.constantFrom('a', '@', 'b.kr', ',', '<', '>', '"', ';', ':')));
    fc.assert(
      fc.property(
        fc.oneof(
          parts.map((all) => all.join('')),
          fc.emailAddress(),
        ),
        (written) => {
          const { data } = emailAddress.safeParse(written);
          if (data !== undefined) expect(data).toMatch(/^[^\s<>"(),:;\\[\]@]+@[a-z0-9.-]+$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the words of a problem', () => {
  it('fill in every number that they name', () => {
    const pieces = [personName, emailAddress, mobileNumber, longText({ min: 5, max: 9 })];
    const tries = ['', 'a', '1', '가'.repeat(300), 'é@b.kr'];
    const issues = pieces.flatMap((piece) => tries.flatMap((value) => piece.safeParse(value).error?.issues ?? []));
    for (const issue of issues) {
      const text = problemText(issue);
      expect(text?.ko).toMatch(/[가-힣]/);
      expect(`${text?.ko}${text?.en}`).not.toMatch(/[{}]|NaN|undefined/);
    }
    expect(new Set(issues.map(({ message }) => message)).size).toBe(Object.keys(problems).length);
  });
});
