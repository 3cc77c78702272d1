import type { Text } from '../shared/i18n.ts';
import { addDays, type LocalDate } from '../shared/time.ts';
import { calculate } from '../wages/calculate.ts';
import { type Claim, claimSchema } from '../wages/claim.ts';
import type { RateCard, TaxRules } from '../wages/wages-file.ts';

/** A card with the tax rules that are in force beside it. */
export interface RulesPair {
  readonly card: RateCard | undefined;
  readonly tax: TaxRules | undefined;
}

/** What a made-up claim comes to. */
interface Amounts {
  readonly gross: number;
  readonly withheld: number;
  readonly paid: number;
}

/** A made-up claim that comes to something else by the new rules. */
export interface Example {
  readonly title: Text;
  readonly before: Amounts | undefined;
  readonly after: Amounts | undefined;
}

/** From the day of teaching to the day of payment. */
const daysToPayment = 30;

const taxClasses = {
  'other-income': { ko: '기타소득', en: 'other income' },
  'business-income': { ko: '사업소득', en: 'business income' },
} as const;
const caps = {
  none: { ko: '상한 없음', en: 'no cap' },
  'class-40': { ko: '공직자 상한', en: 'officials’ cap' },
} as const;

/**
 * Three hours of each grade, with each class of tax and with and without the officials' cap: those that change by new
 * rules, taught on a day.
 */
export function examplesOf(before: RulesPair, after: RulesPair, day: LocalDate): Example[] {
  const grades = Object.entries((after.card ?? before.card)?.grades ?? {});
  return grades.flatMap(([grade, { title }]) =>
    Object.entries(caps).flatMap(([cap, capText]) =>
      Object.entries(taxClasses).flatMap(([taxClass, classText]) => {
        const claim = claimOf({ grade, cap, taxClass, day });
        const [was, is] = [amountsOf(claim, before), amountsOf(claim, after)];
        if (JSON.stringify(was) === JSON.stringify(is)) return [];
        const text: Text = {
          ko: `${title.ko}, 3시간, ${capText.ko}, ${classText.ko}`,
          en: `${title.en}, 3 hours, ${capText.en}, ${classText.en}`,
        };
        return [{ title: text, before: was, after: is }];
      }),
    ),
  );
}

const claimOf = (given: {
  readonly grade: string;
  readonly cap: string;
  readonly taxClass: string;
  readonly day: LocalDate;
}): Claim =>
  claimSchema.parse({
    kind: 'claim',
    lecturer: {
      grade: given.grade,
      cap: given.cap,
      payee: { kind: 'resident', taxClass: [{ since: '2000-01-01', class: given.taxClass }] },
    },
    paidOn: addDays(given.day, daysToPayment),
    lessons: [{ date: given.day, start: '10:00', end: '13:00', cohort: 'example', course: 'example' }],
  });

function amountsOf(claim: Claim, { card, tax }: RulesPair): Amounts | undefined {
  if (!card || !tax) return undefined;
  const outcome = calculate(claim, card, tax);
  if (outcome.kind === 'impossible') return undefined;
  const { gross, paid } = outcome;
  return { gross, withheld: gross - paid, paid };
}
