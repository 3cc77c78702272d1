import { addDays, type LocalDate } from '../shared/time.ts';
import type { Conduct } from './conduct.ts';
import type { ContractDays } from './terms.ts';

/** Who ends a contract before its last day: the startup, or the management of the Lab. */
export type EndedBy = 'startup' | 'management';

export type EarlyEnd =
  | { readonly kind: 'ends'; readonly lastDay: LocalDate }
  /** The notice would be too short. */
  | { readonly kind: 'too-soon'; readonly earliest: LocalDate }
  | { readonly kind: 'before-begin'; readonly from: LocalDate }
  /** The contract ends then by itself, or has ended. */
  | { readonly kind: 'not-early'; readonly to: LocalDate };

/** The first day that can be the last one of a contract by a notice of a day. */
export const earliestEnd = ({ notice }: Pick<Conduct, 'notice'>, by: EndedBy, noticedOn: LocalDate): LocalDate =>
  addDays(noticedOn, by === 'startup' ? notice.startupDays : notice.managementDays);

/** Whether a contract ends early, on a last day that either side gives notice of. */
export function endEarly(
  conduct: Pick<Conduct, 'notice'>,
  { from, to }: ContractDays,
  notice: { readonly by: EndedBy; readonly noticedOn: LocalDate; readonly lastDay: LocalDate },
): EarlyEnd {
  const { by, noticedOn, lastDay } = notice;
  if (lastDay >= to) return { kind: 'not-early', to };
  if (lastDay < from) return { kind: 'before-begin', from };
  const earliest = earliestEnd(conduct, by, noticedOn);
  return lastDay < earliest ? { kind: 'too-soon', earliest } : { kind: 'ends', lastDay };
}
