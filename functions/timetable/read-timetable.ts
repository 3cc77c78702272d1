import * as z from 'zod';
import { type BadRow, readCsv } from '../shared/files/read-csv.ts';
import { minutesBetween } from '../shared/time-of-day.ts';
import { atOnce, type LessonRow, lessonName, lessonShape, maxLessons, spanOf } from './lesson.ts';

/** Columns that every file has, under the names that it gives them. */
const neededColumns = [
  'lesson',
  'date',
  'start',
  'end',
  'course',
  'titleKo',
  'titleEn',
  'lecturer',
  'lecturerName',
  'institution',
  'site',
];

const { id: lessonId, ...others } = lessonShape;
const rowSchema = z.object({ lesson: lessonId, ...others }).refine(({ start, end }) => minutesBetween(start, end) > 0, {
  path: ['end'],
  error: 'is when it begins: a whole day ends at 24:00',
});

export interface ReadTimetable {
  /** None if any row is bad. */
  readonly lessons: readonly LessonRow[];
  readonly bad: readonly BadRow[];
  /** What only looks wrong: rooms are the institutions' own. */
  readonly warnings: readonly BadRow[];
}

/** Reads the lessons of a cohort from CSV; every bad row is told, and a lecturer who would be in two places. */
export function readTimetable(csv: string): ReadTimetable {
  const read = readCsv(csv, neededColumns);
  if ('bad' in read) return { lessons: [], bad: [read.bad], warnings: [] };
  const bad: BadRow[] = [];
  const lessons: Placed[] = [];
  for (const { line, cells } of read.rows) {
    const row = rowSchema.safeParse(cells);
    if (row.success) {
      const { lesson: id, ...rest } = row.data;
      lessons.push({ line, lesson: { id, ...rest }, ...spanOf(rest) });
    } else
      bad.push(...row.error.issues.map(({ path, message }) => ({ line, reason: `${path.join('.')}: ${message}` })));
  }
  bad.push(...twice(lessons), ...bookedTwice(lessons));
  if (read.rows.length === 0) bad.push({ line: 1, reason: 'there is no lesson in the file' });
  if (lessons.length > maxLessons) bad.push({ line: 1, reason: `more than ${maxLessons} lessons are too many` });
  return {
    lessons: bad.length > 0 ? [] : lessons.map(({ lesson }) => lesson),
    bad: bad.toSorted((a, b) => a.line - b.line),
    warnings: roomsAtOnce(lessons),
  };
}

type Placed = { readonly line: number; readonly lesson: LessonRow } & ReturnType<typeof spanOf>;

const twice = (lessons: readonly Placed[]): BadRow[] =>
  lessons.flatMap(({ line, lesson }, index) =>
    lessons.findIndex((other) => other.lesson.id === lesson.id) < index
      ? [{ line, reason: `lesson: ${lesson.id} stands there twice` }]
      : [],
  );

const bookedTwice = (lessons: readonly Placed[]): BadRow[] =>
  atOnce(lessons, ({ lesson }) => lesson.lecturer).map(([one, other]) => ({
    line: other.line,
    reason: `lecturer: ${other.lesson.lecturer} is in ${lessonName(one.lesson)} and in ${lessonName(other.lesson)} at once`,
  }));

const roomsAtOnce = (lessons: readonly Placed[]): BadRow[] =>
  atOnce(lessons, ({ lesson }) => JSON.stringify([lesson.institution, lesson.site])).map(([one, other]) => ({
    line: other.line,
    reason: `site: ${other.lesson.site} has ${lessonName(one.lesson)} and ${lessonName(other.lesson)} at once`,
  }));
