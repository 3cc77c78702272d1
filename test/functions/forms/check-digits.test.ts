import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessNumberIn,
  corporateNumberIn,
  isCorporateCheckRight,
  isNoPersonsNumber,
} from '../../../functions/forms/check-digits.ts';
import { hasResidentNumber } from '../../../functions/shared/text/resident-number.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`, 'u'));

describe('a business number', () => {
  it.each([
    ['123-45-67891', '123-45-67891'],
    ['1234567891', '123-45-67891'],
    [' １２３－４５－６７８９１ ', '123-45-67891'],
    ['123 45 67891', '123-45-67891'],
    ['123–45–67891', '123-45-67891'],
    ['123-45-67892', undefined],
    ['123-45-6789', undefined],
    ['123-45-678911', undefined],
    ['12a-45-67891', undefined],
    ['123-45-6789¹', undefined],
    ['①23-45-67891', undefined],
    ['', undefined],
  ])('“%s” is %s', (typed, number) => {
    expect(businessNumberIn(typed)).toBe(number);
  });

  it('has exactly one last digit that fits nine others', () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const right = Array.from('0123456789').filter((last) => businessNumberIn(nine + last) !== undefined);
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('with one of its other digits wrong is none, but for what the ninth may hide', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const last = Array.from('0123456789').find((one) => businessNumberIn(nine + one)) ?? '';
        const wrong = Array.from(nine, Number).map((digit, index) => (index === at ? (digit + by) % 10 : digit));
        expect(businessNumberIn(wrong.join('') + last)).toBeUndefined();
      }),
    );
  });
});

describe('a corporate number', () => {
  it.each([
    ['110111-0000127', true],
    ['1101110000127', true],
    ['110111-0000128', false],
    ['110111-000012', false],
  ])('“%s”: whether its last digit fits is %s', (typed, isRight) => {
    expect(isCorporateCheckRight(typed)).toBe(isRight);
  });

  it('has thirteen digits, in one form however it is written', () => {
    expect(corporateNumberIn('１１０１１１ 0000127')).toBe('110111-0000127');
    expect(corporateNumberIn('110111-00001271')).toBeUndefined();
  });

  it('is told from the resident number of anybody who may found a firm', () => {
    const born = fc.date({ min: new Date('1930-01-01'), max: new Date('2009-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(born, digits(6), (date, rest) => {
        const [year = '', month, day] = date.toISOString().slice(0, 10).split('-');
        const number = `${year.slice(2)}${month}${day}-${year < '2000' ? '1' : '3'}${rest}`;
        const isOfTwoThousandAndUp = year >= '2000' && year.slice(2) < '10';
        fc.pre(year < '2000' || isOfTwoThousandAndUp);
        expect(hasResidentNumber(number)).toBe(true);
        expect(isNoPersonsNumber(number)).toBe(false);
      }),
    );
    expect(isNoPersonsNumber('110111-1234567')).toBe(true);
    expect(hasResidentNumber('110111-1234567')).toBe(true);
  });
});
