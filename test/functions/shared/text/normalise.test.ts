import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldedEmail,
  longText,
  normaliseEmail,
  type personName,
  problemText,
  shortText,
} from '../../../../functions/shared/text/normalise.ts';
import { lengthOf, normaliseLine, normaliseText } from '../../../../functions/shared/text/text.ts';
import { codePoint } from '../../../support/code-points.ts';

/** Anything that a form may carry, with what is awkward in it more often than chance would have it. */
const awkward = fc.constantFrom(
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\u001b',
  '\u0085',
  '\u2028',
  '\r',
  '\n',
  '\t',
  '\v',
  ' ',
  '\u3000',
  '\u0301',
  '\u0316',
  '\u0344',
  '\u1100',
  '\u1161',
  '\u11a8',
  '０',
  'Ａ',
  '＠',
  '😀',
  '\ud800',
  '\u2126',
  'İ',
);
const typed = fc
  .array(fc.oneof(awkward, fc.string({ unit: codePoint, maxLength: 5 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

const normalisers = [
  ['a line', normaliseLine],
  ['a text', normaliseText],
  ['an e-mail address', normaliseEmail],
  ['the key of an e-mail address', foldedEmail],
] as const;

const firstProblem = (piece: typeof personName, value: string): string | undefined =>
  piece.safeParse(value).error?.issues[0]?.message;

describe.each(normalisers)('normalising %s', (_, normalise) => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(typed, (value) => {
        expect(normalise(normalise(value))).toBe(normalise(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves nothing that turns the direction of text or cannot be stored', () => {
    fc.assert(
      fc.property(typed, (value) => {
        const left = normalise(value);
        expect(left).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(left.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each([
    ['letters', 'a'],
    ['spaces', ' '],
    ['marks in the wrong order', '\u0301\u0316'],
    ['Hangul in parts', '\u1100\u1161\u11a8'],
    ['emoji', '👩‍👩‍👧'],
    ['@', '@'],
  ])('takes a megabyte of %s in its stride', (_name, unit) => {
    const megabyte = `a${unit.repeat(1_000_000 / unit.length)}`;
    const start = performance.now();
    normalise(megabyte);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a line', () => {
  it('has decomposed Hangul put together, and full-width letters and digits made plain', () => {
    expect(normaliseLine('김하늘'.normalize('NFD'))).toBe('김하늘');
    expect(normaliseLine('１２３　ＡＢＣ＠ｋｒ')).toBe('123 ABC@kr');
  });

  it('is one line with single spaces and no controls', () => {
    expect(normaliseLine(' \t김\r\n하\u0000늘 \u202e  Kim\u2028 ')).toBe('김 하늘 Kim');
    fc.assert(
      fc.property(typed, (value) => {
        expect(normaliseLine(value)).not.toMatch(/[\p{Cc}\u2028\u2029]| {2}|^ | $/u);
      }),
    );
  });

  it('keeps emoji, rare Hanja and what looks like markup', () => {
    for (const kept of ['👩 😀', '𠮷野', '<b>"Kim"</b> & Co.', 'Nguyễn Thị Ánh', 'עברית', 'ﬁ ㎏ ①']) {
      expect(normaliseLine(kept)).toBe(kept.normalize('NFC'));
    }
  });
});

describe('what nobody sees', () => {
  /** One of each kind, and some of the planes that have no other use. */
  const unseen = ['\u00ad', '\u034f', '\u115f', '\u1160', '\u180e', '\u200b', '\u200c', '\u200d', '\u2064', '\u3164'];
  const more = ['\ufe0f', '\ufeff', '\uffa0', '\u{1d173}', '\u{e0001}', '\u{e0041}', '\u{e0100}', '\u{e0fff}'];

  it('is left in no line, wherever it stood', () => {
    for (const one of [...unseen, ...more]) expect(normaliseLine(`${one}a${one} ${one}b${one}`)).toBe('a b');
    fc.assert(
      fc.property(typed, (value) => {
        expect(normaliseLine(value)).not.toMatch(/[\p{Default_Ignorable_Code_Point}\u2800]/u);
      }),
    );
  });

  it('stays in a text where it joins what is seen', () => {
    for (const joined of ['👩‍👩‍👧 ❤️‍🔥', 'می‌خواهم', 'क्‍ष', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '葛󠄀', '1️⃣']) {
      expect(normaliseText(joined)).toBe(joined);
    }
  });

  it('goes from a text where it joins nothing', () => {
    for (const one of [...unseen, ...more, '\u2800']) expect(normaliseText(one.repeat(60))).toBe('');
    expect(normaliseText('한\u00ad글 \u3164\u200d\n\u200d둘')).toBe('한글 \n둘');
    expect(normaliseText(`가${'\u200d'.repeat(100)}나`)).toBe(`가${'\u200d'.repeat(8)}나`);
  });
});

describe('a text', () => {
  it('keeps its lines and tabs, whatever the line ends were', () => {
    expect(normaliseText('첫째\r\n둘째\r셋째\u2028넷째\t끝\u0007\r\n')).toBe('첫째\n둘째\n셋째\n넷째\t끝');
    fc.assert(
      fc.property(typed, (value) => {
        expect(normaliseText(value)).not.toMatch(/[\p{Cc}--[\t\n]]/v);
      }),
    );
  });

  it('is counted in code points after normalisation', () => {
    const piece = longText({ min: 3, max: 4 });
    expect(piece.parse('김하늘'.normalize('NFD'))).toBe('김하늘');
    expect(piece.parse('글😀😀😀')).toBe('글😀😀😀');
    expect(piece.parse('a\r\nb')).toBe('a\nb');
    expect(firstProblem(piece, '가나')).toBe('text-too-short');
    expect(firstProblem(piece, '가나다라마')).toBe('text-too-long');
    expect(firstProblem(piece, ' \n ')).toBe('text-missing');
    expect(longText({ max: 4 }).parse('  ')).toBe('');
    expect(firstProblem(shortText({ max: 4 }), '가 나 다')).toBe('text-too-long');
    expect(lengthOf('가😀')).toBe(2);
  });

  it.each(['😀', '.', '…', '-'])('of 60 × %s has no letters, and that is what is said', (sign) => {
    expect(firstProblem(longText({ min: 50, max: 1000 }), sign.repeat(60))).toBe('text-without-letter');
  });

  it('says in both languages how much is missing', () => {
    const [issue] = longText({ min: 1200, max: 2000 }).safeParse('가'.repeat(1050)).error?.issues ?? [];
    expect(issue && problemText(issue)).toEqual({
      ko: '1,200자 이상 써 주십시오. 지금은 1,050자입니다.',
      en: 'Write at least 1,200 characters. You have written 1,050.',
    });
  });
});
