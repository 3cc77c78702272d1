import type { LocalDate } from '../shared/time.ts';
import type { Payee } from './claim.ts';
import type { Look } from './look-up.ts';
import type { TaxRules } from './wages-file.ts';
import { compare, wholeOf } from './whole-won.ts';

/** A case: one lecturer and one course, with what this claim pays in it. */
export interface TaxCase {
  readonly course: string;
  readonly gross: number;
  readonly planned: number;
  readonly earlier: readonly EarlierPayment[];
  /** What other claims have withheld already for what this one pays in the case. */
  readonly elsewhere?: Taxes;
}

interface Taxes {
  readonly incomeTax: number;
  readonly localTax: number;
}

interface EarlierPayment {
  /** By which claim, if it is known. */
  readonly claim?: string;
  readonly paidOn: LocalDate;
  readonly gross: number;
  readonly taxed: boolean;
}

/** Two taxes on one sum; amounts are below zero, as they leave the claim. */
export interface Withheld {
  readonly taxable: number;
  readonly deemedExpensePercent: number;
  readonly percent: number;
  readonly localPercent: number;
  readonly incomeTax: number;
  readonly localTax: number;
}

export type TaxLine =
  | ({ readonly kind: 'withheld'; readonly income: 'other-income' | 'business-income' | 'non-resident' } & Withheld)
  /** What was paid untaxed before, in a case that is now above the threshold. */
  | ({ readonly kind: 'caught-up' } & EarlierPart & Withheld)
  /** It is due as well, but does not fit into this claim, which is never below zero. */
  | ({ readonly kind: 'carried' } & EarlierPart & Withheld)
  /** What another claim has caught up of this one, which was untaxed then: above zero, as it is not withheld again. */
  | ({ readonly kind: 'withheld-elsewhere'; readonly course: string } & Taxes)
  | { readonly kind: 'untaxed-case'; readonly course: string; readonly total: number; readonly upTo: number }
  | {
      readonly kind: 'nothing-withheld';
      readonly why: 'treaty' | 'institution' | 'business-with-invoice';
      readonly document: string;
    };

/** An earlier payment of a case: what is caught up is remembered by the claim, as days of payment move. */
interface EarlierPart extends Pick<EarlierPayment, 'claim' | 'paidOn'> {
  readonly course: string;
}

interface Rates {
  readonly deemedExpensePercent: number;
  readonly percent: number;
  readonly localPercent: number;
  readonly below: number;
}

/** Each tax is cut by itself; the local tax is a share of the income tax as it was cut. */
function withhold(taxable: number, { below, ...rates }: Rates): Withheld {
  const { deemedExpensePercent, percent, localPercent } = rates;
  const cut = (sum: number, by: number): number => wholeOf(sum, by * below) * below;
  const incomeTax = cut(taxable * (100 - deemedExpensePercent) * percent, 100 * 100);
  return { taxable, ...rates, incomeTax: 0 - incomeTax, localTax: 0 - cut(incomeTax * localPercent, 100) };
}

/** What is withheld from a claim by the rules in force on the day of payment. */
export function taxesOn(
  payee: Payee,
  claim: { readonly paidOn: LocalDate; readonly cases: readonly TaxCase[]; readonly gross: number },
  rules: TaxRules,
  look: Look,
): TaxLine[] {
  const { paidOn } = claim;
  const taxable = claim.cases.reduce((sum, { gross }) => sum + gross, 0);
  switch (payee.kind) {
    case 'institution':
    case 'business-with-invoice': {
      const document = look.there(payee.document, `document number of the ${payee.kind}`);
      return document === undefined ? [] : [{ kind: 'nothing-withheld', why: payee.kind, document }];
    }
    case 'non-resident': {
      if (payee.treatyPaper) return [{ kind: 'nothing-withheld', why: 'treaty', document: payee.treatyPaper }];
      const rates = ratesOn(rules.nonResident.rate, paidOn, rules, look);
      return rates ? [{ kind: 'withheld', income: 'non-resident', ...withhold(taxable, rates) }] : [];
    }
    case 'resident': {
      const row = look.inForce(payee.taxClass, paidOn, 'tax class of the lecturer');
      if (!row) return [];
      if (row.class === 'other-income') return otherIncome(claim, rules, look);
      const rates = ratesOn(rules.businessIncome.rate, paidOn, rules, look);
      return rates ? [{ kind: 'withheld', income: 'business-income', ...withhold(taxable, rates) }] : [];
    }
  }
}

export function ratesOn(
  rows: TaxRules['nonResident']['rate'],
  day: LocalDate,
  { localTax, cutting }: TaxRules,
  look: Look,
): Rates | undefined {
  const rate = look.inForce(rows, day, 'rate of tax');
  const local = look.inForce(localTax, day, 'local tax');
  const cut = look.inForce(cutting, day, 'cutting of taxes');
  if (!rate || !local || !cut) return undefined;
  return { deemedExpensePercent: 0, percent: rate.percent, localPercent: local.percent, below: cut.below };
}

export function otherIncomeOn(day: LocalDate, rules: TaxRules, look: Look): Rates | undefined {
  const rates = ratesOn(rules.otherIncome.rate, day, rules, look);
  const expense = look.inForce(rules.otherIncome.deemedExpense, day, 'deemed expense');
  return rates && expense && { ...rates, deemedExpensePercent: expense.percent };
}

/**
 * A case is judged on its planned total, or on what was really paid if that is more. What was paid untaxed before is
 * caught up from the oldest payment on, each whole or not at all. Nothing is given back of a case that
 * falls below the threshold later: what was withheld has been reported.
 */
function otherIncome(
  { paidOn, cases, gross }: { readonly paidOn: LocalDate; readonly cases: readonly TaxCase[]; readonly gross: number },
  rules: TaxRules,
  look: Look,
): TaxLine[] {
  const rates = otherIncomeOn(paidOn, rules, look);
  const untaxed = look.inForce(rules.otherIncome.untaxed, paidOn, 'threshold of a case');
  if (!rates || !untaxed) return [];
  const totalOf = (one: TaxCase): number =>
    Math.max(
      one.planned,
      one.earlier.reduce((sum, payment) => sum + payment.gross, one.gross),
    );
  const isTaxed = (one: TaxCase): boolean =>
    one.elsewhere !== undefined || totalOf(one) * (100 - rates.deemedExpensePercent) > untaxed.upTo * 100;
  const taxed = cases.filter(isTaxed);
  const now = withhold(
    taxed.reduce((sum, one) => sum + one.gross, 0),
    rates,
  );
  const elsewhere = withheldElsewhere(taxed, now);
  let left = elsewhere.reduce(
    (sum, { incomeTax, localTax }) => sum + incomeTax + localTax,
    gross + now.incomeTax + now.localTax,
  );
  const owed = taxed
    .flatMap(({ course, earlier }) => earlier.map((payment) => ({ course, ...payment })))
    .filter((payment) => !payment.taxed)
    .sort(
      (a, b) => compare(a.paidOn, b.paidOn) || compare(a.course, b.course) || compare(a.claim ?? '', b.claim ?? ''),
    );
  const before = owed.flatMap((payment): TaxLine[] => {
    const then = otherIncomeOn(payment.paidOn, rules, look);
    if (!then) return [];
    const due = withhold(payment.gross, then);
    const fits = left + due.incomeTax + due.localTax >= 0;
    if (fits) left += due.incomeTax + due.localTax;
    const { course, claim, paidOn: on } = payment;
    return [{ kind: fits ? 'caught-up' : 'carried', course, ...(claim && { claim }), paidOn: on, ...due }];
  });
  return [
    ...(taxed.length > 0 ? ([{ kind: 'withheld', income: 'other-income', ...now }] as const) : []),
    ...elsewhere,
    ...before,
    ...cases
      .filter((one) => one.gross > 0 && !isTaxed(one))
      .map((one) => ({ kind: 'untaxed-case', course: one.course, total: totalOf(one), upTo: untaxed.upTo }) as const),
  ];
}

/** As far as this claim would withhold it again: its taxes are never below zero. */
function withheldElsewhere(taxed: readonly TaxCase[], now: Withheld) {
  const left = { incomeTax: -now.incomeTax, localTax: -now.localTax };
  return taxed.flatMap(({ course, elsewhere }) => {
    if (!elsewhere) return [];
    const incomeTax = Math.min(left.incomeTax, elsewhere.incomeTax);
    const localTax = Math.min(left.localTax, elsewhere.localTax);
    left.incomeTax -= incomeTax;
    left.localTax -= localTax;
    return [{ kind: 'withheld-elsewhere', course, incomeTax, localTax } as const];
  });
}
