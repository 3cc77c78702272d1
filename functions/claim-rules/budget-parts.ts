import { type Planned, sumByLine } from '../budget/budget.ts';
import type { LocalDate } from '../shared/time.ts';
import type { WageClaim } from './claim.ts';
import type { ClaimsFile } from './claims-file.ts';
import { isClosed } from './pay-day.ts';
import type { StoredCalculation } from './stored-calculation.ts';

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** What a limit takes off lowers hours first, then what counts with them. */
function withoutNegatives(parts: readonly Planned[]): Planned[] {
  const next = parts.map((part) => ({ ...part }));
  for (const short of next) {
    for (const other of next) {
      if (short.amount >= 0) break;
      if (other === short || other.year !== short.year || other.amount <= 0) continue;
      const moved = Math.min(other.amount, -short.amount);
      other.amount -= moved;
      short.amount += moved;
    }
  }
  return next;
}

/** The gross of a calculation by the fiscal year taught in and the budget's line. */
export function grossParts(
  { lessons, lowered, extras }: Pick<StoredCalculation, 'lessons' | 'lowered' | 'extras'>,
  hoursLine: string,
): Planned[] {
  const parts = [
    ...[...lessons, ...lowered].map(({ date, amount }) => ({ year: yearOf(date), line: hoursLine, amount })),
    ...extras.map(({ date, amount, budgetLine }) => ({ year: yearOf(date), line: budgetLine, amount })),
  ];
  return withoutNegatives(sumByLine(parts)).filter(({ amount }) => amount !== 0);
}

/** All that a claim draws, with the corrections of earlier ones. */
export const partsOf = (
  { calculation, corrections }: Pick<WageClaim, 'calculation' | 'corrections'>,
  hoursLine: string,
): Planned[] =>
  sumByLine([...grossParts(calculation, hoursLine), ...corrections.flatMap(({ parts }) => parts)]).filter(
    ({ amount }) => amount !== 0,
  );

/** The closed years for which finance has to say which year's line pays. */
export const yearsToDecide = (
  parts: readonly Planned[],
  settings: Pick<ClaimsFile, 'closings'>,
  today: LocalDate,
): number[] =>
  [
    ...new Set(
      parts.filter(({ year, amount }) => amount > 0 && isClosed(settings, year, today)).map(({ year }) => year),
    ),
  ].sort((a, b) => a - b);

/** The parts as finance decided: what was taught in a closed year is paid from its line, or from that of `year`. */
export const inYear = (parts: readonly Planned[], closed: readonly number[], year: number): Planned[] =>
  sumByLine(parts.map((part) => (closed.includes(part.year) && part.amount > 0 ? { ...part, year } : part)));
