import {
  businessDayEnd,
  businessDayFrom,
  type Instant,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
} from '../shared/time.ts';
import type { ClaimsFile } from './claims-file.ts';

const padded = (number: number): string => String(number).padStart(2, '0');

/** The month after one: `2027-12` → `2028-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${padded(number + 1)}`;
}

/** The month before one. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${padded(number - 1)}`;
}

/**
 * The day that is promised when a claim is drafted: pay day of the month after, or of a later one if the steps would not
 * be done by then; the next business day if it is none.
 */
export function promisedDay(
  { payDay, leastDays }: Pick<ClaimsFile, 'payDay' | 'leastDays'>,
  month: string,
  now: Instant,
): LocalDate {
  const least = seoulDateOf(businessDayEnd(now, leastDays));
  for (let next = monthAfter(month); ; next = monthAfter(next)) {
    const day = businessDayFrom(localDateSchema.parse(`${next}-${padded(payDay)}`));
    if (day >= least) return day;
  }
}

/** Whether a year's line pays only by a decision now: its closing day has passed. */
export const isClosed = ({ closings }: Pick<ClaimsFile, 'closings'>, year: number, today: LocalDate): boolean =>
  today > (closings.find((one) => one.year === year)?.day ?? `${year}-12-31`);
