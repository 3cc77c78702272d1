import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { atOnce, type Lesson, type LessonRow, lessonName, overlap, spanOf } from './lesson.ts';
import { planTimetable, type TimetablePlan } from './plan-timetable.ts';
import type { Bookings, Timetable, TimetablesTable } from './timetables-table.ts';

/** Two lessons of one lecturer that take place at once, each with its cohort. */
export interface Clash {
  readonly lecturer: string;
  readonly lessons: readonly [string, string];
}

export type LoadTimetableOutcome =
  | { readonly kind: 'loaded'; readonly version: number; readonly plan: TimetablePlan }
  | { readonly kind: 'unchanged'; readonly version: number; readonly plan: TimetablePlan }
  | { readonly kind: 'booked-twice'; readonly clashes: readonly Clash[] }
  | { readonly kind: 'too-many-lecturers'; readonly most: number }
  | { readonly kind: 'no-cohort' };

export interface TimetableFile {
  readonly cohort: string;
  readonly rows: readonly LessonRow[];
  readonly by: string;
  /** Changes what was taught, too, for a reason that the audit keeps. */
  readonly correction?: { readonly reason: string };
}

interface Reach {
  readonly rounds: RoundsTable;
  readonly timetables: TimetablesTable;
}

/** Lecturers whose bookings are changed in the transaction of a timetable, of the 100 items that it may have. */
const mostLecturers = 80;

/** How long a lesson that is over stays among the bookings of its lecturer, in minutes: a year. */
const bookingsKept = 365 * 24 * 60;

/** What loading a file would do. */
export async function previewTimetable(deps: Reach, file: TimetableFile, now: Instant): Promise<LoadTimetableOutcome> {
  return (await decide(deps, file, now)).outcome;
}

/**
 * Stores the next version of a cohort's timetable, and when its lecturers are booked, in one transaction: a lecturer who
 * would be in two places at once, in whatever cohorts, is refused with both lessons.
 */
export async function loadTimetable(
  deps: Reach & { readonly commit: Commit },
  file: TimetableFile,
  now: Instant,
): Promise<LoadTimetableOutcome> {
  return decideAgainOnConflict(async () => {
    const { outcome, next, changes } = await decide(deps, file, now);
    if (outcome.kind !== 'loaded' || !next) return outcome;
    const { plan } = outcome;
    await deps.commit({
      changes,
      events: [
        {
          subject: `round#${file.cohort}`,
          type: 'TimetableLoaded',
          by: file.by,
          at: now,
          data: {
            version: next.version,
            lessons: next.lessons.length,
            added: [...plan.added],
            changed: plan.changed.map(({ id, fields }) => `${id} ${fields.join(' ')}`),
            cancelled: [...plan.cancelled],
            substituted: plan.substituted.map(({ id, from, to }) => `${id} ${from} ${to}`),
            ...(file.correction && { reason: file.correction.reason }),
          },
        },
      ],
    });
    return outcome;
  }, tries.contested);
}

interface Decision {
  readonly outcome: LoadTimetableOutcome;
  readonly next?: Timetable;
  readonly changes: readonly Change[];
}

const undecided = (outcome: LoadTimetableOutcome): Decision => ({ outcome, changes: [] });

async function decide({ rounds, timetables }: Reach, file: TimetableFile, now: Instant): Promise<Decision> {
  const { cohort, rows, correction } = file;
  if (!(await rounds.current(cohort))) return undecided({ kind: 'no-cohort' });
  const was = await timetables.get(cohort);
  const plan = planTimetable(rows, was?.lessons ?? [], { now, correcting: correction !== undefined });
  const isSame = plan.added.length + plan.changed.length + plan.cancelled.length === 0;
  if (was && isSame) return undecided({ kind: 'unchanged', version: was.version, plan });
  const people = new Set([...plan.lessons, ...(was?.lessons ?? [])].map(({ lecturer }) => lecturer));
  if (people.size > mostLecturers) return undecided({ kind: 'too-many-lecturers', most: mostLecturers });
  const taken = await Promise.all([...people].map(async (id) => ({ id, was: await timetables.bookings(id) })));
  const clashes = [
    ...clashesWithin(cohort, plan.lessons),
    ...taken.flatMap((one) => clashesOf(cohort, plan.lessons, one)),
  ];
  if (clashes.length > 0) return undecided({ kind: 'booked-twice', clashes });
  const next: Timetable = {
    ...was,
    cohort,
    lessons: [...plan.lessons],
    version: (was?.version ?? 0) + 1,
    revision: (was?.revision ?? 0) + 1,
    loadedAt: now,
    told: [],
  };
  const booked = taken.flatMap((one) => {
    const after = bookingsAfter(cohort, plan.lessons, one, now);
    return after ? [timetables.saveBookings(after, one.was)] : [];
  });
  const changes = [timetables.save(next, was), timetables.keepVersion(next), ...booked];
  return { outcome: { kind: 'loaded', version: next.version, plan }, next, changes };
}

interface Taken {
  readonly id: string;
  readonly was: Bookings | undefined;
}

const held = (lessons: readonly Lesson[]) =>
  lessons.filter(({ cancelled }) => !cancelled).map((lesson) => ({ lesson, ...spanOf(lesson) }));

const named = (cohort: string, lesson: Lesson): string => `${cohort} ${lessonName(lesson)}`;

/** What was taught and stays may be at the time of something that the file moves there. */
const clashesWithin = (cohort: string, lessons: readonly Lesson[]): Clash[] =>
  atOnce(held(lessons), ({ lesson }) => lesson.lecturer).map(([one, other]) => ({
    lecturer: one.lesson.lecturer,
    lessons: [named(cohort, one.lesson), named(cohort, other.lesson)],
  }));

const clashesOf = (cohort: string, lessons: readonly Lesson[], { id, was }: Taken): Clash[] =>
  held(lessons.filter(({ lecturer }) => lecturer === id)).flatMap((own) =>
    (was?.booked ?? [])
      .filter((other) => other.cohort !== cohort && overlap(own, other))
      .map((other) => ({ lecturer: id, lessons: [named(cohort, own.lesson), `${other.cohort} ${other.name}`] })),
  );

/** The bookings of a lecturer with those of this timetable; nothing if they are the same. */
function bookingsAfter(
  cohort: string,
  lessons: readonly Lesson[],
  { id, was }: Taken,
  now: Instant,
): Bookings | undefined {
  const oldest = addMinutes(now, -bookingsKept);
  const others = (was?.booked ?? []).filter((slot) => slot.cohort !== cohort && slot.to > oldest);
  const own = held(lessons.filter(({ lecturer }) => lecturer === id)).map(({ lesson, from, to }) => ({
    cohort,
    lesson: lesson.id,
    name: lessonName(lesson),
    from,
    to,
  }));
  const booked = [...others, ...own];
  if (JSON.stringify(booked) === JSON.stringify(was?.booked ?? [])) return undefined;
  return { ...was, lecturer: id, booked, count: (was?.count ?? 0) + 1 };
}
