import type { Text } from '../shared/i18n.ts';
import { type Lowered, lowerLectures } from './caps.ts';
import type { Claim } from './claim.ts';
import { type PricedLesson, priceLessons } from './fees.ts';
import { type Look, lookUp, type Missing } from './look-up.ts';
import { type TaxCase, type TaxLine, taxesOn } from './taxes.ts';
import type { RateCard, TaxRules } from './wages-file.ts';
import { sumOf } from './whole-won.ts';

export interface PricedExtra extends Omit<Claim['extras'][number], 'amount'> {
  readonly amount: number;
  readonly capped: boolean;
  readonly taxable: boolean;
  readonly budgetLine: string;
}

/** A claim in won, with all that it is made of. */
export interface Calculation {
  readonly kind: 'calculated';
  readonly lessons: readonly PricedLesson[];
  readonly extras: readonly PricedExtra[];
  readonly lowered: readonly Lowered[];
  readonly taxes: readonly TaxLine[];
  readonly gross: number;
  /** What is withheld, caught up included. */
  readonly incomeTax: number;
  readonly localTax: number;
  readonly paid: number;
  /** The titles of the card and the tax rules. */
  readonly by: readonly Text[];
  /** Whether one of them is an example that finance has not confirmed. */
  readonly example: boolean;
}

export type CalculationOutcome = Calculation | { readonly kind: 'impossible'; readonly missing: readonly Missing[] };

/** What a claim comes to: hours by the rate card, each lecture up to its cap, and the taxes of the day of payment. */
export function calculate(claim: Claim, card: RateCard, rules: TaxRules): CalculationOutcome {
  const look = lookUp();
  const lessons = priceLessons(claim, card, look);
  const extras = claim.extras.flatMap((extra) => priceExtra(extra, card, look));
  const capped = extras.filter((extra) => extra.capped).map((extra) => ({ ...extra, minutes: 0 }));
  const lowered = lowerLectures(claim, card, [...lessons, ...capped], look);
  const gross = sumOf(lessons) + sumOf(extras) + sumOf(lowered);
  const cases = casesOf(claim, [...lessons, ...extras.filter(({ taxable }) => taxable), ...lowered]);
  const taxes = taxesOn(claim.lecturer.payee, { paidOn: claim.paidOn, cases, gross }, rules, look);
  if (look.missing.length > 0) return { kind: 'impossible', missing: look.missing };
  const withheld = taxes.flatMap((line) =>
    line.kind === 'withheld' || line.kind === 'caught-up' || line.kind === 'withheld-elsewhere' ? [line] : [],
  );
  const incomeTax = withheld.reduce((sum, line) => sum - line.incomeTax, 0);
  const localTax = withheld.reduce((sum, line) => sum - line.localTax, 0);
  return {
    kind: 'calculated',
    lessons,
    extras,
    lowered,
    taxes,
    gross,
    incomeTax,
    localTax,
    paid: gross - incomeTax - localTax,
    by: [card.title, rules.title],
    example: card.example || rules.example,
  };
}

function priceExtra(extra: Claim['extras'][number], card: RateCard, look: Look): PricedExtra[] {
  const rule = look.inForce(card.extras[extra.kind].rules, extra.date, `rule for ${extra.kind}`);
  if (!rule) return [];
  const { capped, taxable, budgetLine } = rule;
  return [{ ...extra, capped, taxable, budgetLine }];
}

/** What the claim pays in each case; one of which nothing more was planned has only that. */
function casesOf(
  { cases }: Claim,
  taxable: readonly { readonly course: string; readonly amount: number }[],
): TaxCase[] {
  const courses = new Set([...taxable, ...cases].map(({ course }) => course));
  return [...courses].map((course) => {
    const { planned = 0, earlier = [], elsewhere } = cases.find((one) => one.course === course) ?? {};
    const gross = sumOf(taxable.filter((part) => part.course === course));
    return { course, gross, planned, earlier, ...(elsewhere && { elsewhere }) };
  });
}
