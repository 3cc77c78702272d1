import type { LocalDate } from '../shared/time.ts';
import type { RateCard, TaxRules } from './wages-file.ts';

type Rows = readonly { readonly since: LocalDate }[];

const firstOf = (rows: Rows): readonly LocalDate[] => rows.slice(0, 1).map(({ since }) => since);

const latest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted().at(-1);
const earliest = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

/**
 * The first day on which something can be calculated by a file: a rule of it may be older, as the law that it repeats is.
 */
export function holdsFrom(file: RateCard | TaxRules): LocalDate | undefined {
  if (file.kind === 'rate-card') {
    const grades = earliest(Object.values(file.grades).flatMap(({ rates }) => firstOf(rates)));
    return latest([...firstOf(file.counting), ...(grades ? [grades] : [])]);
  }
  const { otherIncome, businessIncome, nonResident, localTax, cutting } = file;
  const other = latest([otherIncome.deemedExpense, otherIncome.untaxed, otherIncome.rate].flatMap(firstOf));
  const incomes = earliest([other, ...firstOf(businessIncome.rate), ...firstOf(nonResident.rate)]);
  return latest([...firstOf(localTax), ...firstOf(cutting), ...(incomes ? [incomes] : [])]);
}
