import * as z from 'zod';
import {
  addDays,
  businessDayEnd,
  closeOfDay,
  type Instant,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
} from '../shared/time.ts';
import type { Conduct } from './conduct.ts';
import { type ContractDays, lastDayAfter } from './terms.ts';

/** A quarter of the calendar: `2027-Q3`. */
export const quarterSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/u)
  .brand<'Quarter'>();
export type Quarter = z.output<typeof quarterSchema>;

export const quarterOf = (date: LocalDate): Quarter =>
  quarterSchema.parse(`${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);

export function daysOfQuarter(quarter: Quarter): ContractDays {
  const month = String(Number(quarter.slice(-1)) * 3 - 2).padStart(2, '0');
  const from = localDateSchema.parse(`${quarter.slice(0, 4)}-${month}-01`);
  return { from, to: lastDayAfter(from, 3) };
}

/** Until when the report of a quarter is to be sent: the end of a business day after it. */
export const reportDue = (quarter: Quarter, { report }: Pick<Conduct, 'report'>): Instant =>
  businessDayEnd(closeOfDay(daysOfQuarter(quarter).to), report.dueBusinessDays);

export interface ReportDue {
  readonly quarter: Quarter;
  readonly dueAt: Instant;
}

/**
 * The reports of a residency: of each quarter that it covers to its last day, if the report is due while it lasts, so
 * that none is asked for that its end would take back. What is left after the last of them is told in the exit. When a
 * report is sent moves no date, neither its own nor the next one's.
 */
export function reportsOf({ from, to }: ContractDays, conduct: Pick<Conduct, 'report'>): ReportDue[] {
  const reports: ReportDue[] = [];
  for (let quarter = quarterOf(from); ; quarter = quarterAfter(quarter)) {
    const dueAt = reportDue(quarter, conduct);
    if (seoulDateOf(dueAt) > to) return reports;
    reports.push({ quarter, dueAt });
  }
}

export const quarterAfter = (quarter: Quarter): Quarter => quarterOf(addDays(daysOfQuarter(quarter).to, 1));

export const quarterBefore = (quarter: Quarter): Quarter => quarterOf(addDays(daysOfQuarter(quarter).from, -1));

/** When reports were sent, by their quarters. */
export type SentReports = ReadonlyMap<Quarter, Instant>;

/** The reports that are due and were not sent, the oldest first. */
export const lateReports = (reports: readonly ReportDue[], sent: SentReports, now: Instant): ReportDue[] =>
  reports.filter(({ quarter, dueAt }) => dueAt < now && !sent.has(quarter));

/** The report that comes next; nothing, once all are sent. */
export const nextReport = (reports: readonly ReportDue[], sent: SentReports): ReportDue | undefined =>
  reports.find(({ quarter }) => !sent.has(quarter));

/** Whether a report was sent after it was due. */
export const wasLate = ({ dueAt }: ReportDue, sentAt: Instant): boolean => sentAt > dueAt;
