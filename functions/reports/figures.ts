import type { Report, ReportVersion, ResidencyEvent } from '../residencies/residency-event.ts';
import type { Quarter } from '../residency-rules/reports.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { isLate, isReport, presentIn, quarterIn } from './report.ts';

/** The report of one quarter, as it is told of a residency. */
export interface FigureRow {
  readonly event: string;
  readonly residency: string;
  readonly quarter: Quarter;
  readonly dueAt: Instant;
  /** When it was sent first. */
  readonly sentAt: Instant | undefined;
  /** Sent late, or not sent though it is due. */
  readonly isLate: boolean;
  /** The run was called off: the residency ended before it was sent. */
  readonly isDropped: boolean;
  /** As the startup has said it last; none, if it was not sent or is erased. */
  readonly figures: ReportVersion | undefined;
  readonly versions: Report['versions'];
}

/** The figures of a residency, by quarters, of what has happened in it: those not sent yet, too. */
export const figuresIn = (events: readonly ResidencyEvent[], now: Instant): readonly FigureRow[] =>
  events
    .filter(isReport)
    .map((event) => ({
      event: event.id,
      residency: event.residency,
      quarter: quarterIn(event),
      dueAt: event.report.dueAt,
      sentAt: event.report.sentAt,
      isLate: isLate(event.report, now),
      isDropped: event.state === 'DROPPED',
      figures: presentIn(event.report),
      versions: event.report.versions,
    }))
    .sort((one, other) => (one.quarter < other.quarter ? -1 : 1));

/** What a residency has reported over its quarters, the oldest first. */
export const figuresOf = async (
  { residencyEvents }: Pick<Dependencies, 'residencyEvents'>,
  residency: string,
  now: Instant,
): Promise<readonly FigureRow[]> => figuresIn(await residencyEvents.of(residency), now);
