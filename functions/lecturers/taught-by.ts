import type { Dependencies } from './dependencies.ts';

/** Who is in which timetable: ids of lecturers, each with its cohorts. Lessons that were cancelled do not count. */
export async function taughtBy({
  rounds,
  timetables,
}: Pick<Dependencies, 'rounds' | 'timetables'>): Promise<ReadonlyMap<string, readonly string[]>> {
  const cohorts = new Map<string, string[]>();
  for (const { id: cohort } of await rounds.list()) {
    const lessons = (await timetables.get(cohort))?.lessons ?? [];
    const ids = new Set(lessons.filter(({ cancelled }) => !cancelled).map(({ lecturer }) => lecturer));
    for (const id of ids) cohorts.set(id, [...(cohorts.get(id) ?? []), cohort]);
  }
  return cohorts;
}

/** Of some ids of lecturers those that are not loaded, in their order. */
export async function notLoaded(
  { lecturers }: Pick<Dependencies, 'lecturers'>,
  ids: Iterable<string>,
): Promise<string[]> {
  const wanted = [...new Set(ids)].sort();
  const found = await Promise.all(wanted.map((id) => lecturers.get(id)));
  return wanted.filter((_, index) => found[index] === undefined);
}
