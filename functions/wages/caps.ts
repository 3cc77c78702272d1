import { standingOn, type Taught } from './claim.ts';
import type { PricedLesson } from './fees.ts';
import type { Look } from './look-up.ts';
import type { RateCard } from './wages-file.ts';
import { sumOf, wholeOf } from './whole-won.ts';

/** What counts under the cap of a lecture: a lesson, or a manuscript for it (0 minutes). */
type Capped = Pick<PricedLesson, 'date' | 'cohort' | 'course' | 'minutes' | 'amount'>;

/** By how much a lecture is lowered: one lecture is all of a day for the same audience about the same subject. */
export interface Lowered extends Omit<Capped, 'amount'> {
  readonly before: number;
  readonly limit: number;
  /** Below zero. */
  readonly amount: number;
}

type Limit = RateCard['caps'][keyof RateCard['caps']]['limits'][number];

/** Up to an hour the limit of one; a longer lecture has so much for each hour, by the minute, or a share in all. */
const limitOf = ({ hour, longer }: Limit, minutes: number): number => {
  if (minutes <= 60) return hour;
  return longer === 'each-hour' ? wholeOf(hour * minutes, 60) : wholeOf(hour * longer.allPercent, 100);
};

/** The lectures that earn more than the lecturer's class may get. */
export function lowerLectures(claim: Taught, card: RateCard, parts: readonly Capped[], look: Look): Lowered[] {
  const lectures = Map.groupBy(parts, ({ date, cohort, course }) => JSON.stringify([date, cohort, course]));
  return [...lectures.values()].flatMap((lecture) => {
    const [{ date, cohort, course } = {}] = lecture;
    if (!date || !cohort || !course) return [];
    const { cap } = standingOn(claim.lecturer, date);
    if (cap === 'none') return [];
    const rule = look.inForce(card.caps[cap].limits, date, `cap of ${cap}`);
    if (!rule) return [];
    const minutes = lecture.reduce((sum, part) => sum + part.minutes, 0);
    const before = sumOf(lecture);
    const limit = limitOf(rule, minutes);
    return before > limit ? [{ date, cohort, course, minutes, before, limit, amount: limit - before }] : [];
  });
}
