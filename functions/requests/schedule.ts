import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { addDays, type LocalDate, localDateSchema } from '../shared/time.ts';

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** Dates that come again. They follow from the first one alone: an answer that came late moves none of them. */
export const scheduleSchema = storedObject({
  first: localDateSchema,
  every: z.enum(['month', 'quarter', 'year']),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** A date of a schedule, the first being occurrence 0: on the day of the month of the first, or the last one that there is. */
export function dateOf({ first, every }: Schedule, occurrence: number): LocalDate {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + occurrence * monthsIn[every];
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const day = Math.min(Number(first.slice(8)), lastDayOfMonth(year, month));
  return dateFrom(year, month, day);
}

/** The first occurrence of a schedule whose date is later than a day. */
export function occurrenceAfter(schedule: Schedule, day: LocalDate): number {
  let occurrence = 0;
  while (dateOf(schedule, occurrence) <= day) occurrence += 1;
  return occurrence;
}

const dateFrom = (year: number, month: number, day: number): LocalDate =>
  localDateSchema.parse([String(year).padStart(4, '0'), two(month), two(day)].join('-'));

const two = (number: number): string => String(number).padStart(2, '0');

const lastDayOfMonth = (year: number, month: number): number => {
  const next = month === 12 ? dateFrom(year + 1, 1, 1) : dateFrom(year, month + 1, 1);
  return Number(addDays(next, -1).slice(8));
};
