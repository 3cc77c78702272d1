import { addDays, type LocalDate, localDateSchema } from '../shared/time.ts';

/** For how long somebody has a place, in months: as a round says it. */
export interface Terms {
  readonly months: number;
  /** What one extension adds; none, if it is not extended. */
  readonly extendedBy?: number | undefined;
  /** The longest residency with all its extensions. */
  readonly mostMonths: number;
}

/** The days of a contract, the first and the last one included. */
export interface ContractDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The last day of so many months from a first day on, which counts. A period ends the day before the day of the last
 * month that has the number of the first day; if that month has no such day, with the month (Civil Act art. 160).
 */
export function lastDayAfter(first: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, dayOfMonth = 0] = first.split('-').map(Number);
  const firstOfMonth = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const sameDay = localDateSchema.safeParse(`${firstOfMonth.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`);
  if (sameDay.success) return addDays(sameDay.data, -1);
  const endOfMonth = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  return localDateSchema.parse(endOfMonth);
}

/** The first contract of a residency. */
export const firstContract = ({ months }: Terms, first: LocalDate): ContractDays => ({
  from: first,
  to: lastDayAfter(first, months),
});

export type NextContract =
  /** Counted from the first day of the residency, so that no extension moves the days of a later one. */
  | { readonly kind: 'contract'; readonly days: ContractDays; readonly months: number; readonly inAll: number }
  | { readonly kind: 'not-extended' }
  /** The residency is as long as it may be. */
  | { readonly kind: 'at-most'; readonly mostMonths: number };

/** The contract after a residency of so many months: an extension, or what is left of the longest residency. */
export function nextContract(
  { extendedBy, mostMonths }: Terms,
  { first, months: so }: { readonly first: LocalDate; readonly months: number },
): NextContract {
  if (extendedBy === undefined) return { kind: 'not-extended' };
  const months = Math.min(extendedBy, mostMonths - so);
  if (months <= 0) return { kind: 'at-most', mostMonths };
  const days = { from: addDays(lastDayAfter(first, so), 1), to: lastDayAfter(first, so + months) };
  return { kind: 'contract', days, months, inAll: so + months };
}

/** Every contract that a residency may have, in their order, if it is extended each time. */
export function allContracts(terms: Terms, first: LocalDate): ContractDays[] {
  const contracts = [firstContract(terms, first)];
  for (let months = terms.months; ; ) {
    const next = nextContract(terms, { first, months });
    if (next.kind !== 'contract') return contracts;
    contracts.push(next.days);
    months = next.inAll;
  }
}
