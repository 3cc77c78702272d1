import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostWon, readCount, readWon } from '../../../../functions/shared/text/amounts.ts';
import { wonDigits } from '../../../../functions/shared/text/won.ts';

const amounts = [
  ['0', 0],
  ['120000000', 120_000_000],
  ['120,000,000', 120_000_000],
  [' 120,000,000 원 ', 120_000_000],
  ['₩120,000,000', 120_000_000],
  ['KRW 120,000,000', 120_000_000],
  ['１２０，０００', 120_000],
  ['1억', 100_000_000],
  ['1억 2,000만', 120_000_000],
  ['1억2000만원', 120_000_000],
  ['3억 5', 300_000_005],
  ['1조 2,000억', 1_200_000_000_000],
  ['500만 원', 5_000_000],
  ['007', 7],
] as const;

const wrong = [
  ['', 'not-a-number'],
  ['없음', 'not-a-number'],
  ['about 3', 'not-a-number'],
  ['1e6', 'not-a-number'],
  ['10²', 'not-a-number'],
  ['10₂', 'not-a-number'],
  ['10½', 'not-a-number'],
  ['5①', 'not-a-number'],
  ['3㏠', 'not-a-number'],
  ['1²억', 'unit'],
  ['NaN', 'not-a-number'],
  ['-5', 'negative'],
  ['−5,000', 'negative'],
  ['(5,000)', 'negative'],
  ['-1억', 'negative'],
  ['1.5', 'decimal'],
  ['120,000.50', 'decimal'],
  ['1.200.000', 'grouping'],
  ['1.200', 'grouping'],
  ['12,34', 'grouping'],
  ['1,0000', 'grouping'],
  [',100', 'grouping'],
  ['1,2,3억', 'grouping'],
  ['1.5억', 'unit'],
  ['5천만', 'unit'],
  ['3백', 'unit'],
  ['만', 'unit'],
  ['2만 1억', 'unit'],
  ['1억 2억', 'unit'],
  ['100000000000000', 'too-large'],
  ['99999999조', 'too-large'],
  ['9'.repeat(40), 'too-large'],
] as const;

describe('an amount that somebody types', () => {
  it.each(amounts)('%s is read', (typed, amount) => {
    expect(readWon(typed)).toEqual({ kind: 'amount', amount });
  });

  it.each(wrong)('%s is refused, and why is said', (typed, problem) => {
    expect(readWon(typed)).toEqual({ kind: 'wrong', problem });
  });

  it('is read as it is written for people, with and without commas, in full width and in units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostWon }), (amount) => {
        const expected = { kind: 'amount', amount };
        const wide = String(amount).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
        for (const typed of [String(amount), wonDigits(amount), `${wonDigits(amount)}원`, wide]) {
          expect(readWon(typed), typed).toEqual(expected);
        }
        const parts = [
          [10 ** 12, '조'],
          [10 ** 8, '억'],
          [10 ** 4, '만'],
        ] as const;
        let left = amount;
        let typed = '';
        for (const [worth, unit] of parts) {
          const count = Math.floor(left / worth);
          if (count > 0) typed += `${count}${unit} `;
          left %= worth;
        }
        if (left > 0 || typed === '') typed += left;
        expect(readWon(typed), typed).toEqual(expected);
      }),
    );
  });

  it('is a whole number from 0 to the most or refused, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '0',
      '1',
      '12',
      '999',
      ',',
      '.',
      '-',
      '억',
      '만',
      '조',
      '천',
      '원',
      '₩',
      ' ',
      '１',
      'e',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (typed) => {
          const read = readWon(typed);
          if (read.kind === 'amount') {
            expect(Number.isSafeInteger(read.amount) && read.amount >= 0 && read.amount <= mostWon, typed).toBe(true);
            expect(typed.normalize('NFKC')).toMatch(/\d/u);
          }
        },
      ),
    );
  });
});

describe('a number of people', () => {
  it.each([
    ['12', 12],
    ['12명', 12],
    ['1,200', 1200],
    ['３', 3],
    ['0', 0],
  ])('%s is read', (typed, amount) => {
    expect(readCount(typed, 99_999)).toEqual({ kind: 'amount', amount });
  });

  it.each([
    ['-1', 'negative'],
    ['2.5', 'decimal'],
    ['100000', 'too-large'],
    ['열두 명', 'not-a-number'],
    ['1만', 'not-a-number'],
  ])('%s is refused, and why is said', (typed, problem) => {
    expect(readCount(typed, 99_999)).toEqual({ kind: 'wrong', problem });
  });
});
