import { addDays, type LocalDate } from '../shared/time.ts';
import type { Conduct } from './conduct.ts';

/** The days on which a renewal can be asked for, the first and the last one included. */
export interface RenewalWindow {
  readonly opens: LocalDate;
  readonly closes: LocalDate;
}

/** The window before the last day of a contract. */
export const renewalWindow = ({ renewal }: Pick<Conduct, 'renewal'>, lastDay: LocalDate): RenewalWindow => ({
  opens: addDays(lastDay, -renewal.opensDays),
  closes: addDays(lastDay, -renewal.closesDays),
});

export const windowStates = ['not-open', 'open', 'closed'] as const;
export type WindowState = (typeof windowStates)[number];

export function windowOn({ opens, closes }: RenewalWindow, date: LocalDate): WindowState {
  if (date < opens) return 'not-open';
  return date <= closes ? 'open' : 'closed';
}

/**
 * Residencies that are judged together: those whose windows close in the same month, by that month (`2028-03`), so that
 * startups of one round that began some days apart are compared with each other.
 */
export const judgedTogether = <One extends { readonly lastDay: LocalDate }>(
  conduct: Pick<Conduct, 'renewal'>,
  residencies: readonly One[],
): ReadonlyMap<string, readonly One[]> =>
  Map.groupBy(residencies, ({ lastDay }) => renewalWindow(conduct, lastDay).closes.slice(0, 7));
