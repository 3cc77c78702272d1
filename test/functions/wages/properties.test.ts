import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesBetween } from '../../../functions/shared/time-of-day.ts';
import { calculate } from '../../../functions/wages/calculate.ts';
import type { Claim } from '../../../functions/wages/claim.ts';
import { explain } from '../../../functions/wages/explain.ts';
import type { RateCard } from '../../../functions/wages/wages-file.ts';
import { cards, claims, taxRules } from '../../support/wages/arbitrary-claims.ts';
import { calculated, exampleCard, exampleClaim, exampleTax } from '../../support/wages/rules.ts';

const runs = { numRuns: 1000 };

const withCap = (claim: Claim, cap: Claim['lecturer']['cap']): Claim => ({
  ...claim,
  lecturer: { ...claim.lecturer, cap },
});
const countedBy = (card: RateCard, firstHour: 'a-day' | 'a-lesson'): RateCard => ({
  ...card,
  counting: card.counting.map((row) => ({ ...row, firstHour, overMidnight: 'day-it-begins' })),
});

/** The claim with one lesson an hour longer, if it does not reach into the next day by it. */
function longer(claim: Claim, index: number): Claim {
  const lessons = claim.lessons.map((lesson, at) => {
    const hour = Number(lesson.end.slice(0, 2)) + 1;
    const end = `${String(hour).padStart(2, '0')}:${lesson.end.slice(3)}`;
    return at === index && hour < 24 && lesson.start < lesson.end ? { ...lesson, end } : lesson;
  });
  return { ...claim, lessons };
}

describe('whatever is taught and whatever the rules say,', () => {
  it('no amount is below zero, every amount is whole won, and all paid and withheld make the gross', () => {
    fc.assert(
      fc.property(claims, cards, taxRules, (claim, card, rules) => {
        const { gross, incomeTax, localTax, paid, lessons } = calculated(claim, card, rules);
        for (const won of [gross, incomeTax, localTax, paid, ...lessons.map(({ amount }) => amount)]) {
          expect(Number.isSafeInteger(won)).toBe(true);
          expect(won).toBeGreaterThanOrEqual(0);
        }
        expect(incomeTax + localTax + paid).toBe(gross);
      }),
      runs,
    );
  });

  it('no lecture earns more than its cap, and one below it is not touched', () => {
    fc.assert(
      fc.property(claims, cards, taxRules, (claim, card, rules) => {
        const { lowered, gross } = calculated(claim, card, rules);
        const free = calculated(withCap(claim, 'none'), card, rules).gross;
        for (const { before, limit, amount } of lowered) expect(before + amount).toBe(limit);
        expect(gross - lowered.reduce((sum, { amount }) => sum + amount, 0)).toBe(free);
        expect(lowered.every(({ amount }) => amount < 0)).toBe(true);
      }),
      runs,
    );
  });

  it('who teaches longer earns no less before caps, and after them where hours are counted a lesson', () => {
    fc.assert(
      fc.property(claims, cards, taxRules, fc.nat(4), (claim, card, rules, index) => {
        const gross = (some: Claim, counting: RateCard) => calculated(some, counting, rules).gross;
        const more = longer(claim, index);
        const aDay = countedBy(card, 'a-day');
        expect(gross(withCap(more, 'none'), aDay)).toBeGreaterThanOrEqual(gross(withCap(claim, 'none'), aDay));
        const aLesson = countedBy(card, 'a-lesson');
        expect(gross(more, aLesson)).toBeGreaterThanOrEqual(gross(claim, aLesson));
      }),
      runs,
    );
  });

  it('the order in which lessons stand in a claim changes nothing', () => {
    fc.assert(
      fc.property(claims, cards, taxRules, (claim, card, rules) => {
        const { gross, paid } = calculated({ ...claim, lessons: claim.lessons.toReversed() }, card, rules);
        const same = calculated(claim, card, rules);
        expect({ gross, paid }).toEqual({ gross: same.gross, paid: same.paid });
      }),
      runs,
    );
  });

  it('every minute that is paid was taught, and of complete units none is left out', () => {
    fc.assert(
      fc.property(claims, cards, taxRules, (claim, card, rules) => {
        const byTheMinute = {
          ...card,
          counting: card.counting.map((row) => ({ ...row, parts: 'minute' as const })),
        };
        const { lessons } = calculated(claim, byTheMinute, rules);
        const paid = lessons.reduce((sum, { firstMinutes, furtherMinutes }) => sum + firstMinutes + furtherMinutes, 0);
        expect(paid).toBe(claim.lessons.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0));
      }),
      runs,
    );
  });
});

describe('the lines that people see', () => {
  it('say in both languages what was earned, lowered and withheld, and that the rules are examples', () => {
    const lines = explain(calculated(exampleClaim(), exampleCard(), exampleTax()));
    expect(lines.map(({ text }) => text)).toEqual([
      {
        ko: '2027년 3월 8일(월) 19:00부터 3시간, digital-payments: 첫 시간 1시간(시간당 300,000원), 추가 2시간(시간당 200,000원)',
        en: 'Monday, 8 March 2027, 3 h from 19:00, digital-payments: first hour, 1 h (300,000 won an hour), further 2 h (200,000 won an hour)',
      },
      {
        ko: '교통비, 2027년 3월 8일(월), digital-payments',
        en: 'Travel, Monday, 8 March 2027, digital-payments',
      },
      {
        ko: '강의료 상한 초과분, 2027년 3월 8일(월), digital-payments: 합계 700,000원, 상한 600,000원',
        en: 'Above the limit of a lecture, Monday, 8 March 2027, digital-payments: 700,000 won earned, at most 600,000 won',
      },
      { ko: '지급 총액(세전)', en: 'Gross' },
      {
        ko: '소득세(기타소득): 600,000원에서 필요경비 60%를 뺀 금액의 20%',
        en: 'Income tax (other income): 20% of 600,000 won less 60% deemed expense',
      },
      { ko: '지방소득세: 소득세 48,000원의 10%', en: 'Local tax: 10% of 48,000 won' },
      { ko: '실지급액', en: 'Paid' },
      {
        ko: '적용 기준: 강사료 단가표 2027(예시), 원천징수 기준 2027(예시)',
        en: 'Calculated by: Rate card for lecturers 2027 (example), Withholding rules 2027 (example)',
      },
      expect.objectContaining({ en: expect.stringContaining('before finance has confirmed them') }),
    ]);
  });

  it('say what is carried, what is untaxed and why nothing is withheld', () => {
    const card = exampleCard();
    const spoken = (claim: Claim): string => {
      const outcome = calculate(claim, card, exampleTax());
      return outcome.kind === 'calculated'
        ? explain(outcome)
            .map(({ text }) => `${text.ko} ${text.en}`)
            .join('\n')
        : '';
    };
    const claim = exampleClaim();
    const { paidOn } = claim;
    const paidTo = (payee: Claim['lecturer']['payee']): string =>
      spoken({ ...claim, lecturer: { ...claim.lecturer, payee } });
    expect(paidTo({ kind: 'institution', document: 'D-1' })).toMatch(/기관에 지급.+an institution is paid \(D-1\)/u);
    expect(paidTo({ kind: 'non-resident', treatyPaper: 'T-1' })).toContain('by a tax treaty (T-1)');
    const small = {
      ...claim,
      lessons: [],
      extras: claim.extras.map((extra) => ({ ...extra, kind: 'manuscript' as const })),
    };
    expect(spoken(small)).toContain('No income tax, digital-payments: of 20,000 won planned in all');
    const earlier = [
      { paidOn, gross: 10_000, taxed: false },
      { paidOn, gross: 500_000, taxed: false },
    ];
    const crossed = spoken({ ...small, cases: [{ course: 'digital-payments', planned: 600_000, earlier }] });
    expect(crossed).toContain(
      'Income tax caught up on the payment of Monday, 26 April 2027, digital-payments: 20% of 10,000',
    );
    expect(crossed).toContain(
      'The tax of 44,000 won on the payment of Monday, 26 April 2027 is more than this payment',
    );
  });
});
