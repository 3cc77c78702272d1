import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import type { Text } from '../shared/i18n.ts';
import { hasResidentNumber } from '../shared/text/resident-number.ts';
import { shaped } from '../shared/text/shaped.ts';
import { addMinutes, type Instant, instantSchema, localDateSchema, seoulTime } from '../shared/time.ts';
import { endTimeSchema, minutesBetween, startTimeSchema } from '../shared/time-of-day.ts';

/** What one item holds is limited: a whole timetable is one item. */
export const maxLessons = 500;

const short = z
  .string()
  .min(1)
  .max(60)
  .refine((text) => !hasResidentNumber(text), 'holds a number like a resident registration number');

/** What the file says of a lesson. */
export const lessonShape = {
  /** Stays the same whatever else changes: calendars know the lesson by it. */
  id: shaped(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, 'L01'),
  date: localDateSchema,
  start: startTimeSchema,
  /** Before the start: on the next day. */
  end: endTimeSchema,
  course: shaped(/^[a-z0-9-]{1,40}$/, 'digital-payments'),
  titleKo: short,
  titleEn: short,
  lecturer: shaped(/^[a-z][a-z0-9-]{1,39}$/, 'kim-minji'),
  lecturerName: short,
  institution: short,
  site: short,
};

export const lessonSchema = storedObject({
  ...lessonShape,
  cancelled: z.boolean(),
  /** How often it was changed or cancelled, as calendars count it. */
  sequence: z.number().int().nonnegative(),
  changedAt: instantSchema,
});
export type Lesson = z.infer<typeof lessonSchema>;

/** What one row of a file says. */
export type LessonRow = Pick<Lesson, keyof typeof lessonShape>;
type Times = Pick<LessonRow, 'date' | 'start' | 'end'>;

export const lessonBegins = ({ date, start }: Times): Instant => seoulTime(date, start);

export const lessonEnds = (lesson: Times): Instant =>
  addMinutes(lessonBegins(lesson), minutesBetween(lesson.start, lesson.end));

/** A time that something is taken for. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export const spanOf = (lesson: Times): Span => ({ from: lessonBegins(lesson), to: lessonEnds(lesson) });

/** One that begins when the other ends is after it. */
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The pairs of a list that take place at once, of those that share something. */
export function atOnce<Some extends Span>(some: readonly Some[], shares: (one: Some) => string): [Some, Some][] {
  return [...Map.groupBy(some, shares).values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other): [Some, Some] => [one, other]),
    ),
  );
}

/** What is taught, as people read it. */
export const lessonTitle = ({ titleKo, titleEn }: Pick<LessonRow, 'titleKo' | 'titleEn'>): Text => ({
  ko: titleKo,
  en: titleEn,
});

/** `L03 (2027-03-08 19:00–22:00)` */
export const lessonName = ({ id, date, start, end }: Times & Pick<LessonRow, 'id'>): string =>
  `${id} (${date} ${start}–${end})`;
