import type { LocalDate } from '../shared/time.ts';
import type { Claim } from '../wages/claim.ts';
import { isApproved, type WageClaim } from './claim.ts';
import type { Correction } from './correction.ts';
import type { StoredCalculation } from './stored-calculation.ts';

/*
 * What has been withheld of a case, which is a lecturer and a course: each claim's share is taxed by the claim itself, by
 * a correction of it, or caught up by another claim or its correction; whichever it is, once. It is remembered by claim
 * and course, since a day of payment can change.
 */

/** The other live claims of a lecturer, and what the lecturer's paid claims were wrong by. */
interface Paid {
  readonly others: readonly WageClaim[];
  readonly corrections: readonly TaxedBy[];
}

/** A correction, as far as it says what is taxed. */
export type TaxedBy = Pick<Correction, 'of' | 'at' | 'cases' | 'caughtUp'>;

type CaughtUp = Correction['caughtUp'][number];

const paidOnOf = ({ paidOn, promisedPayDate }: WageClaim): LocalDate => paidOn ?? promisedPayDate;

const sumIn = (course: string, parts: readonly { readonly course: string; readonly amount: number }[]): number =>
  parts.reduce((sum, part) => (part.course === course ? sum + part.amount : sum), 0);

/** The taxable gross of a calculation in a course. */
const taxedGrossIn = (course: string, { lessons, lowered, extras }: StoredCalculation): number =>
  sumIn(course, [...lessons, ...lowered, ...extras.filter(({ taxable }) => taxable)]);

/** Whether tax was withheld of a course, or none ever will be. */
const isTaxed = (course: string, { taxes }: StoredCalculation): boolean =>
  !taxes.some((line) => line.kind === 'untaxed-case' && line.course === course);

/** Whether a claim withheld nothing of a course by itself, as another one had caught it up. */
const isLeftElsewhere = (course: string, { taxes }: StoredCalculation): boolean =>
  taxes.some((line) => line.kind === 'withheld-elsewhere' && line.course === course);

/** What a calculation withholds of others' payments; one of before claims were kept knows them by their day only. */
export function caughtUpIn({ taxes }: StoredCalculation, claims: readonly WageClaim[]): CaughtUp[] {
  return taxes.flatMap((line) => {
    if (line.kind !== 'caught-up') return [];
    const { course, paidOn } = line;
    const meant = line.claim
      ? [line.claim]
      : claims
          .filter((one) => one.paidOn === paidOn || one.promisedPayDate === paidOn)
          .filter(({ calculation }) => !isTaxed(course, calculation))
          .map(({ id }) => id);
    return meant.map((claim) => ({ claim, course, incomeTax: -line.incomeTax, localTax: -line.localTax }));
  });
}

/** What other claims, and corrections of other claims, have withheld of one claim's share in a course. */
function caughtUpOf(claim: string, course: string, { others, corrections }: Paid): CaughtUp[] {
  return [
    ...others.filter(({ id }) => id !== claim).flatMap(({ calculation }) => caughtUpIn(calculation, others)),
    ...corrections.filter(({ of }) => of !== claim).flatMap(({ caughtUp }) => caughtUp),
  ].filter((one) => one.claim === claim && one.course === course);
}

interface Taxes {
  readonly incomeTax: number;
  readonly localTax: number;
}

export const taxesOf = (all: readonly Taxes[]): Taxes => ({
  incomeTax: all.reduce((sum, { incomeTax }) => sum + incomeTax, 0),
  localTax: all.reduce((sum, { localTax }) => sum + localTax, 0),
});

/** What has been withheld elsewhere of a claim's share in a course; nothing if nobody has caught it up. */
export function elsewhereOf(claim: string, course: string, { others, corrections }: Paid): Taxes | undefined {
  const found = taxesOf(caughtUpOf(claim, course, { others: others.filter(isApproved), corrections }));
  return found.incomeTax > 0 ? found : undefined;
}

/** What has been withheld elsewhere of a paid claim and is more than it should withhold now. */
export function tooMuchElsewhere(
  claim: Pick<WageClaim, 'id' | 'calculation'>,
  right: StoredCalculation,
  paid: Paid,
): Taxes {
  const courses = [...casesIn(claim.calculation), ...casesIn(right)].map(({ course }) => course);
  const all = [...new Set(courses)].flatMap((course) => elsewhereOf(claim.id, course, paid) ?? []);
  const counted = right.taxes.flatMap((line) =>
    line.kind === 'withheld-elsewhere' ? [{ incomeTax: -line.incomeTax, localTax: -line.localTax }] : [],
  );
  return taxesOf([...all, ...counted]);
}

/** What a paid claim and its corrections have caught up of others: it stays with them, whatever becomes of the claim. */
export const caughtUpBy = (
  { calculation }: Pick<WageClaim, 'calculation'>,
  own: readonly Pick<Correction, 'caughtUp'>[],
  claims: readonly WageClaim[],
): CaughtUp[] => [...caughtUpIn(calculation, claims), ...own.flatMap(({ caughtUp }) => caughtUp)];

/** What a calculation says of each of its courses: the taxable gross, and whether it is taxed. */
export const casesIn = (calculation: StoredCalculation): NonNullable<Correction['cases']> =>
  [...new Set([...calculation.lessons, ...calculation.extras].map(({ course }) => course))].map((course) => ({
    course,
    gross: taxedGrossIn(course, calculation),
    taxed: isTaxed(course, calculation),
  }));

/** What was approved before in a case, claim by claim, as it was corrected last. */
export function paidBefore(course: string, paid: Paid): Claim['cases'][number]['earlier'] {
  return paid.others
    .filter(isApproved)
    .flatMap((one) => {
      const last = paid.corrections
        .filter(({ of, cases }) => of === one.id && cases !== undefined)
        .reduce<TaxedBy | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
      const said = (last?.cases ?? casesIn(one.calculation)).find((share) => share.course === course);
      if (!said || said.gross <= 0) return [];
      const isByItself = said.taxed && (last !== undefined || !isLeftElsewhere(course, one.calculation));
      const taxed = isByItself || taxesOf(caughtUpOf(one.id, course, paid)).incomeTax > 0;
      return [{ claim: one.id, paidOn: paidOnOf(one), gross: said.gross, taxed }];
    })
    .sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
}
