import type { Lecturer } from '../lecturers/lecturer.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { type EraseReach, eraseWageRecords } from './erase-wage-records.ts';
import { recordsOf, timetablesOf } from './lecturer-records.ts';
import { recordsErasableFrom } from './wage-records.ts';

/** Lecturers of one night, far from the time that its Lambda has. */
const inOneNight = 20;

/**
 * Erases the wage records whose years have passed.
 * @returns of whom
 */
export async function eraseDueRecords(deps: EraseReach, now: Instant): Promise<readonly string[]> {
  const today = seoulDateOf(now);
  const all = await deps.lecturers.all();
  // Nobody who was loaded later has records of so long ago.
  const old = all.filter((one) => !one.recordsErasedAt && isOldEnough(one, today));
  if (old.length === 0) return [];
  const timetables = await timetablesOf(deps);
  const erased: string[] = [];
  for (const { id } of old) {
    if (erased.length >= inOneNight) break;
    const records = await recordsOf(deps, id, timetables);
    const day = records && recordsErasableFrom(records);
    if (!day || day > today) continue;
    const done = await eraseWageRecords(deps, { lecturer: id, by: 'system:clock', reason: 'retention' }, now);
    if (done) erased.push(id);
  }
  return erased;
}

const isOldEnough = (lecturer: Pick<Lecturer, 'loadedAt'>, today: LocalDate): boolean => {
  const day = recordsErasableFrom({ lecturer, accounts: [], claims: [], corrections: [], lastLesson: undefined });
  return day !== undefined && day <= today;
};
