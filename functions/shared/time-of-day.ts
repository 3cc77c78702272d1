import * as z from 'zod';

const dayMinutes = 24 * 60;

/** When a lesson begins, in Seoul: `09:00`. */
export const startTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `is ${String(input)}, and should be a time such as 19:00`,
});

/** When a lesson ends, in Seoul: as it begins, or `24:00`. */
export const endTimeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: ({ input }) => `is ${String(input)}, and should be a time such as 21:00, or 24:00`,
});

/** The minutes of the day until then. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** How long a lesson is, in minutes: one that ends before it begins ends on the next day; 0 if it ends as it begins. */
export function minutesBetween(start: string, end: string): number {
  const [from, to] = [minuteOfDay(start), minuteOfDay(end)];
  return to < from ? to + dayMinutes - from : to - from;
}

/** The minutes of a lesson that are on the day on which it begins. */
export const minutesBeforeMidnight = (start: string, minutes: number): number =>
  Math.min(minutes, dayMinutes - minuteOfDay(start));
