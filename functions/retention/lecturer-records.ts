import type { WageClaim } from '../claim-rules/claim.ts';
import type { OpenCorrection } from '../claim-rules/correction.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import type { Account } from '../lecturers/account.ts';
import type { Facts, Lecturer } from '../lecturers/lecturer.ts';
import type { Timetable } from '../timetable/timetables-table.ts';
import type { WageRecords } from './wage-records.ts';

/** What wage records are read from. */
export type Reading = Pick<Dependencies, 'claims' | 'lecturers' | 'rounds' | 'timetables'>;

/** What the wage records of a lecturer are. */
export interface LecturerRecords extends WageRecords {
  readonly lecturer: Lecturer;
  readonly facts: readonly Facts[];
  readonly accounts: readonly Account[];
  readonly claims: readonly WageClaim[];
  readonly corrections: readonly OpenCorrection[];
  /** The cohorts in whose timetables they are. */
  readonly cohorts: readonly string[];
}

/** All timetables, read once for all lecturers. */
export const timetablesOf = async ({ rounds, timetables }: Pick<Reading, 'rounds' | 'timetables'>) =>
  (await Promise.all((await rounds.list()).map(({ id }) => timetables.get(id)))).flatMap((one) => one ?? []);

/** The wage records of a lecturer; nothing of who is not there, or has none. */
export async function recordsOf(
  deps: Reading,
  id: string,
  all: readonly Timetable[],
): Promise<LecturerRecords | undefined> {
  const lecturer = await deps.lecturers.get(id);
  if (!lecturer || lecturer.recordsErasedAt) return undefined;
  const [facts, accounts, claims, corrections] = await Promise.all([
    deps.lecturers.factsOf(id),
    deps.lecturers.accountsOf(id),
    deps.claims.byLecturer(id),
    deps.claims.correctionsOf(id),
  ]);
  // One that is listed no more may still name them.
  const others = new Set(claims.map(({ cohort }) => cohort)).difference(new Set(all.map(({ cohort }) => cohort)));
  const unlisted = await Promise.all([...others].map((cohort) => deps.timetables.get(cohort)));
  const taught = [...all, ...unlisted.flatMap((one) => one ?? [])].filter(({ lessons }) =>
    lessons.some((lesson) => lesson.lecturer === id),
  );
  const lastLesson = taught
    .flatMap(({ lessons }) => lessons)
    .filter((lesson) => lesson.lecturer === id && !lesson.cancelled)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const hasRecords = claims.length > 0 || taught.length > 0 || accounts.some(({ confirmedAt }) => confirmedAt);
  if (!hasRecords) return undefined;
  return { lecturer, facts, accounts, claims, corrections, lastLesson, cohorts: taught.map(({ cohort }) => cohort) };
}
