import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinName } from '../../../../functions/forms/latin-name.ts';
import {
  emailAddress,
  foldedEmail,
  longText,
  mobileNumber,
  normalisePhone,
  personName,
  problems,
  problemText,
} from '../../../../functions/shared/text/normalise.ts';
import { normaliseTelephone, telephone } from '../../../../functions/shared/text/telephone.ts';

const firstProblem = (piece: typeof personName, value: string): string | undefined =>
  piece.safeParse(value).error?.issues[0]?.message;

describe('a name', () => {
  it.each([
    '김하늘',
    'Ng',
    "O'Brien-Łukasz",
    '𠮷',
    '김 하늘 3세',
    '린',
    'Ý',
    '李知垣 (이지원)',
    'Kim Haneul 金하늘',
    'José María d’Ávila-Núñez, Jr.',
    'محمد علي',
    'Nguyễn Thị Ánh',
    '이·박 서연',
  ])('may be %s', (name) => {
    expect(personName.parse(` ${name} `)).toBe(name);
  });

  it.each([
    ['', 'name-missing'],
    [' \u200b ', 'name-missing'],
    ['1234', 'name-without-letter'],
    ['\u3164', 'name-missing'],
    ['😀', 'name-with-emoji'],
    ['김하늘 ❤️', 'name-with-emoji'],
    ['🇰🇷 김하늘', 'name-with-emoji'],
    ['가'.repeat(151), 'name-too-long'],
  ])('cannot be "%s" (%s)', (name, problem) => {
    expect(firstProblem(personName, name)).toBe(problem);
  });

  it('may have 150 letters, however they are encoded', () => {
    expect(personName.parse('각'.repeat(150).normalize('NFD'))).toBe('각'.repeat(150));
  });

  it.each(['\u00ad', '\u200d', '\u200c', '\u3164', '\uffa0', '\u115f', '\ufe0f', '\ufeff', '\u{e0041}', '\u034f'])(
    'is the same with U+%s in it, which nobody sees',
    (unseen) => {
      expect(personName.parse(`${unseen}김${unseen}하${unseen}늘${unseen}`)).toBe('김하늘');
    },
  );
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
    '821012345678',
    '8201012345678',
    '+82 010-1234-5678',
    '010·1234·5678',
    '010‧1234‧5678',
    '010/1234/5678',
    '010\u200d-1234\u00ad-56\ufe0f78',
    '８２０１０１２３４５６７８',
  ])('is understood when written %s', (written) => {
    expect(mobileNumber.parse(written)).toBe('010-1234-5678');
  });

  it('may be one of the old prefixes, of ten or eleven digits', () => {
    expect(normalisePhone('0111234567')).toBe('011-123-4567');
    expect(normalisePhone('01912345678')).toBe('019-1234-5678');
  });

  it.each([
    '0101234567',
    '010123456789',
    '02-123-4567',
    '01212345678',
    '+1 10 1234 5678',
    '010-1234-567a',
    '010-1234-567⁸',
    'x',
  ])('cannot be %s', (written) => {
    expect(normalisePhone(written)).toBeUndefined();
    expect(firstProblem(mobileNumber, written)).toBe('mobile-invalid');
  });

  it.each(['82 2 123 4567', '8210123456', '82821012345678'])('is not made of %s', (written) => {
    expect(normalisePhone(written)).toBeUndefined();
  });

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

describe('the telephone number of somebody to call', () => {
  it.each([
    ['01012345678', '010-1234-5678'],
    ['031-123-4567', '031-123-4567'],
    ['(031) 123.4567', '031-123-4567'],
    ['０２)１２３４-５６７８', '02-1234-5678'],
    ['+82 2 123 4567', '02-123-4567'],
    ['0082 (0)2 123 4567', '02-123-4567'],
    ['070 1234 5678', '070-1234-5678'],
    ['1588-1234', '1588-1234'],
    ['+1 (415) 555-2671', '+1 415 555 2671'],
    ['001-1-415-555-2671', '+1 415 555 2671'],
    ['00 1 415 555 2671', '+1 415 555 2671'],
    ['+84 0912 345 678', '+84 912 345 678'],
    ['＋84\u200d 912·345·678', '+84 912 345 678'],
  ])('%s is kept as %s', (written, kept) => {
    expect(telephone.parse(written)).toBe(kept);
    expect(telephone.parse(kept)).toBe(kept);
  });

  it.each([
    '123-4567',
    '010-1234-567',
    '415 555 2671',
    '14155552671',
    '112',
    '+999 1234567',
    '어머니',
    '02-123-4567 내선 3',
    '031-123-456⑦',
  ])('is none in %s, and an example is shown', (written) => {
    const { error } = telephone.safeParse(written);
    expect(error?.issues[0] && problemText(error.issues[0])?.ko).toContain('예: 010-1234-5678, 031-123-4567, +84');
  });

  it('is asked for when it is missing', () => {
    expect(firstProblem(telephone, ' \u200b')).toBe('telephone-missing');
  });

  it('is the same when it is normalised again', () => {
    const digits = fc.stringMatching(/^(?:\+?[1-9]|00?[1-9])\d{5,13}$/);
    fc.assert(
      fc.property(digits, (written) => {
        const once = normaliseTelephone(written);
        if (once !== undefined) expect(normaliseTelephone(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an e-mail address', () => {
  it('keeps its local part and has its domain in small letters', () => {
    expect(emailAddress.parse(' Haneul.Kim+sfa@Example.CO.KR ')).toBe('Haneul.Kim+sfa@example.co.kr');
    expect(emailAddress.parse('ｈａｎｅｕｌ＠ｅｘａｍｐｌｅ．ｋｒ')).toBe('haneul@example.kr');
    expect(foldedEmail('Haneul@Example.KR')).toBe('haneul@example.kr');
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
    ['<a@b.kr> <c@d.kr>', 'email-invalid'],
    ['Haneul <haneul>', 'email-invalid'],
    ['<<a@b.kr>>', 'email-invalid'],
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

  it.each([
    'Kim Haneul <haneul@example.com>',
    '김하늘<haneul@Example.com>',
    '"Kim, Haneul" <haneul@example.com> ',
    '＜haneul@example.com＞',
    'mailto:haneul@example.com',
    'MAILTO: <haneul@example.com>',
    'Kim <mailto:haneul@example.com>',
    'haneul\u200d@exam\u00adple.com\ufe0f',
  ])('is taken out of %s', (pasted) => {
    expect(emailAddress.parse(pasted)).toBe('haneul@example.com');
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
    const pieces = [personName, latinName.schema, emailAddress, mobileNumber, telephone, longText({ min: 5, max: 9 })];
    const tries = ['', 'a', '1', '😀', '가'.repeat(300), 'é@b.kr'];
    const issues = pieces.flatMap((piece) => tries.flatMap((value) => piece.safeParse(value).error?.issues ?? []));
    for (const issue of issues) {
      const text = problemText(issue);
      expect(text?.ko).toMatch(/[가-힣]/);
      expect(`${text?.ko}${text?.en}`).not.toMatch(/[{}]|NaN|undefined/);
    }
    expect(new Set(issues.map(({ message }) => message)).size).toBe(Object.keys(problems).length);
  });
});
