import { daysOfResidency, type Residency } from '../residencies/residency.ts';
import type { Report, ReportVersion, ResidencyEvent } from '../residencies/residency-event.ts';
import type { Conduct } from '../residency-rules/conduct.ts';
import {
  daysOfQuarter,
  type Quarter,
  quarterAfter,
  quarterSchema,
  type ReportDue,
  reportDue,
  reportsOf,
} from '../residency-rules/reports.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant, LocalDate } from '../shared/time.ts';

/** An event that is the report of a quarter. */
export interface ReportEvent extends ResidencyEvent {
  readonly report: Report;
}

export const isReport = (event: ResidencyEvent): event is ReportEvent =>
  event.kind === 'report' && event.report !== undefined;

/** The quarter of a report. @throws if the event is about something else */
export function quarterIn({ id, about }: Pick<ResidencyEvent, 'id' | 'about'>): Quarter {
  const { data } = quarterSchema.safeParse(about);
  if (data === undefined) throw new Fault('ResidencyMissing', { reference: id });
  return data;
}

/** The reports of the quarters that are over on a day, those of long ago too. */
export const reportsUntil = (
  residency: Pick<Residency, 'contracts'>,
  conduct: Pick<Conduct, 'report'>,
  today: LocalDate,
): readonly ReportDue[] =>
  reportsOf(daysOfResidency(residency), conduct).filter(({ quarter }) => daysOfQuarter(quarter).to < today);

/** Until when a report that was sent may be corrected: until the next one is due, sent or not. */
export const correctableUntil = (quarter: Quarter, conduct: Pick<Conduct, 'report'>): Instant =>
  reportDue(quarterAfter(quarter), conduct);

/** What a startup says of a quarter. */
export type Figures = Pick<ReportVersion, 'staff' | 'revenue' | 'investment' | 'jobs' | 'milestones'>;

/** Whether two reports say the same. */
export const saysTheSame = (one: Figures, other: Figures): boolean =>
  one.staff === other.staff &&
  one.revenue === other.revenue &&
  one.investment === other.investment &&
  one.jobs === other.jobs &&
  one.milestones.reached === other.milestones.reached &&
  one.milestones.next === other.milestones.next;

/** The report as its last version says it. */
export const presentIn = ({ versions }: Pick<Report, 'versions'>): ReportVersion | undefined => versions.at(-1);

/** So many times a report can be sent, the first one included. */
export const mostVersions = 20;

/** The report with one version more. */
export const withVersion = (was: Report, figures: Figures, by: string, now: Instant): Report => ({
  ...was,
  sentAt: was.sentAt ?? now,
  versions: [...was.versions, { ...figures, number: was.versions.length + 1, sentAt: now, by }],
});

/** The report without what the startup said; that it was sent, and when, stays. */
export const erasedReport = (was: Report, now: Instant): Report => ({ ...was, versions: [], erasedAt: now });

/** Whether it was sent late, or is late now. */
export const isLate = ({ dueAt, sentAt }: Pick<Report, 'dueAt' | 'sentAt'>, now: Instant): boolean =>
  (sentAt ?? now) > dueAt;
