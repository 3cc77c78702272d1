import type { Instant } from '../shared/time.ts';
import { type Lesson, lessonEnds } from '../timetable/lesson.ts';
import type { ClaimedLesson } from './claim.ts';

/** Which claim has each lesson of a cohort: a lesson is claimed once, by whomever. */
export type Claimed = Readonly<Record<string, string>>;

/** One lecturer's lessons that a claim is drafted from. */
export interface Draft {
  readonly lecturer: string;
  readonly lessons: readonly ClaimedLesson[];
}

const claimedOf = ({ id, date, start, end, course }: Lesson): ClaimedLesson => ({ id, date, start, end, course });

/**
 * What each lecturer has taught by now and not claimed yet, up to the end of a month: a lesson belongs to the day on
 * which it begins and to whoever the timetable says taught it, a substitute too. What was left out of an earlier month
 * is in it, so that nothing that is owed is forgotten.
 * @param perClaim the most lessons of one claim; the others wait for the next
 */
export function draftsOf(
  timetable: readonly Lesson[],
  {
    month,
    claimed,
    now,
    perClaim,
  }: { readonly month: string; readonly claimed: Claimed; readonly now: Instant; readonly perClaim: number },
): Draft[] {
  const taught = timetable.filter(
    (lesson) =>
      !lesson.cancelled &&
      lesson.date.slice(0, 7) <= month &&
      lessonEnds(lesson) <= now &&
      !Object.hasOwn(claimed, lesson.id),
  );
  return [...Map.groupBy(taught, ({ lecturer }) => lecturer)]
    .map(([lecturer, lessons]) => ({ lecturer, lessons: lessons.map(claimedOf).sort(inOrder).slice(0, perClaim) }))
    .sort((a, b) => (a.lecturer < b.lecturer ? -1 : 1));
}

/** Whether a lecturer teaches, or has taught, what no claim has yet, so that a further one will come. */
export const isClaimComing = (
  lecturer: string,
  timetable: readonly Pick<Lesson, 'id' | 'lecturer' | 'cancelled'>[],
  claimed: Claimed,
): boolean => timetable.some((one) => one.lecturer === lecturer && !one.cancelled && !Object.hasOwn(claimed, one.id));

const inOrder = (a: ClaimedLesson, b: ClaimedLesson): number => {
  const [one, other] = [a, b].map(({ date, start, id }) => `${date} ${start} ${id}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
};
