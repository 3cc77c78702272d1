import type { Instant } from '../shared/time.ts';
import { type Lesson, type LessonRow, lessonEnds, lessonShape } from './lesson.ts';

/** What becomes of a timetable by a file. */
export interface TimetablePlan {
  readonly lessons: readonly Lesson[];
  readonly added: readonly string[];
  /** Ids, each with the names of the fields that change. */
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly cancelled: readonly string[];
  /** Lessons that get another lecturer. */
  readonly substituted: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Taught already, and left as they were whatever the file says. */
  readonly kept: readonly string[];
}

/**
 * The timetable that a file makes of the one before. What is not in the file is cancelled; what has been taught stays as
 * it was, so that a substitute takes over what is still to come and no more.
 * @param correcting changes what was taught, too
 */
export function planTimetable(
  rows: readonly LessonRow[],
  was: readonly Lesson[],
  { now, correcting }: { readonly now: Instant; readonly correcting: boolean },
): TimetablePlan {
  const before = new Map(was.map((lesson) => [lesson.id, lesson]));
  const named = new Set(rows.map(({ id }) => id));
  const isFixed = (lesson: Lesson): boolean => !correcting && !lesson.cancelled && lessonEnds(lesson) <= now;
  const moved = rows.map((row) => changeOf(row, before.get(row.id), isFixed, now));
  const left = was.filter(({ id }) => !named.has(id)).map((lesson) => cancelOf(lesson, isFixed, now));
  const changes = [...moved, ...left];
  const pick = (how: Change['how']): string[] =>
    changes.flatMap((change) => (change.how === how ? [change.lesson.id] : []));
  return {
    lessons: changes
      .map(({ lesson }) => lesson)
      .sort((a, b) => (`${a.date} ${a.start} ${a.id}` < `${b.date} ${b.start} ${b.id}` ? -1 : 1)),
    added: pick('added'),
    changed: changes.flatMap(({ how, lesson, fields = [] }) => (how === 'changed' ? [{ id: lesson.id, fields }] : [])),
    cancelled: pick('cancelled'),
    substituted: moved.flatMap(({ how, lesson }) => {
      const from = before.get(lesson.id)?.lecturer;
      return how === 'changed' && from !== undefined && from !== lesson.lecturer
        ? [{ id: lesson.id, from, to: lesson.lecturer }]
        : [];
    }),
    kept: pick('kept'),
  };
}

interface Change {
  readonly how: 'same' | 'added' | 'changed' | 'cancelled' | 'kept';
  readonly lesson: Lesson;
  readonly fields?: readonly string[];
}

const fieldsOf = (row: LessonRow): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => field in lessonShape && field !== 'id'));

function changeOf(row: LessonRow, was: Lesson | undefined, isFixed: (lesson: Lesson) => boolean, now: Instant): Change {
  if (!was) return { how: 'added', lesson: { ...row, cancelled: false, sequence: 0, changedAt: now } };
  const before = fieldsOf(was);
  const fields = Object.entries(fieldsOf(row)).flatMap(([field, value]) => (before[field] === value ? [] : [field]));
  if (was.cancelled) fields.push('cancelled');
  if (fields.length === 0) return { how: 'same', lesson: was };
  if (isFixed(was)) return { how: 'kept', lesson: was };
  const lesson = { ...was, ...row, cancelled: false, sequence: was.sequence + 1, changedAt: now };
  return { how: 'changed', fields, lesson };
}

function cancelOf(was: Lesson, isFixed: (lesson: Lesson) => boolean, now: Instant): Change {
  if (was.cancelled) return { how: 'same', lesson: was };
  if (isFixed(was)) return { how: 'kept', lesson: was };
  return { how: 'cancelled', lesson: { ...was, cancelled: true, sequence: was.sequence + 1, changedAt: now } };
}
