import { type Contract, daysOfResidency, firstOf, lastOf, type Residency } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import type { Conduct } from '../residency-rules/conduct.ts';
import {
  lateReports,
  nextReport,
  type Quarter,
  quarterSchema,
  type ReportDue,
  reportsOf,
} from '../residency-rules/reports.ts';
import { daysBetween, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import type { Place } from './places.ts';

export const standings = ['onboarding', 'resident', 'ending', 'past', 'ended', 'not-begun'] as const;
export type StandingKind = (typeof standings)[number];

/** Which residencies a list shows: without a state, all that are in the Lab or on their way. */
export interface Choice {
  readonly round?: string | undefined;
  readonly state?: StandingKind | 'all' | undefined;
}

/** Where a residency stands on a day, as people say it. */
export type Standing =
  | { readonly kind: 'onboarding' | 'ended' | 'not-begun'; readonly on: LocalDate }
  /** `resident`: its contract may be extended; `ending`: nothing follows the last day. */
  | { readonly kind: 'resident' | 'ending'; readonly on: LocalDate }
  /** The contract is over, and the space was not given back. */
  | { readonly kind: 'past'; readonly on: LocalDate; readonly days: number };

/** The contract that counts on a day: the one of the day, or else the next or the last. */
export const contractOn = ({ contracts }: Pick<Residency, 'contracts'>, day: LocalDate): Contract =>
  contracts.find(({ from, to }) => from <= day && day <= to) ??
  contracts.find(({ from }) => from > day) ??
  lastOf({ contracts });

/** The last day of all contracts. */
export const lastDayOf = ({ contracts }: Pick<Residency, 'contracts'>): LocalDate => lastOf({ contracts }).to;

type Happening = Pick<ResidencyEvent, 'kind' | 'state' | 'about' | 'since'>;

export function standingOf(
  residency: Pick<Residency, 'state' | 'contracts' | 'since'>,
  { events, place }: { readonly events: readonly Happening[]; readonly place: Place | undefined },
  today: LocalDate,
): Standing {
  const { state, since } = residency;
  if (state === 'ONBOARDING') return { kind: 'onboarding', on: firstOf(residency).from };
  if (state !== 'RESIDENT') return { kind: state === 'ENDED' ? 'ended' : 'not-begun', on: seoulDateOf(since) };
  const { to: on, endedEarly } = lastOf(residency);
  if (on < today && place?.held) return { kind: 'past', on, days: daysBetween(on, today) };
  const isLeaving = events.some(({ kind, state: of }) => kind === 'exit' && of === 'OPEN');
  const ends = on < today || isLeaving || endedEarly !== undefined;
  return { kind: ends ? 'ending' : 'resident', on };
}

/** How a residency stands with its reports. */
export interface Reporting {
  readonly next: ReportDue | undefined;
  readonly late: readonly ReportDue[];
}

/** Which report comes next and which are late: from the first day to the last, of quarters that were not sent. */
export function reportingOf(
  residency: Pick<Residency, 'contracts'>,
  { events, conduct }: { readonly events: readonly Happening[]; readonly conduct: Pick<Conduct, 'report'> },
  now: Instant,
): Reporting {
  const all = reportsOf(daysOfResidency(residency), conduct);
  const settled = new Map<Quarter, Instant>(
    events.flatMap(({ kind, state, about, since }) => {
      const quarter = quarterSchema.safeParse(about);
      return kind === 'report' && state !== 'OPEN' && quarter.success ? [[quarter.data, since] as const] : [];
    }),
  );
  return { next: nextReport(all, settled), late: lateReports(all, settled, now) };
}
