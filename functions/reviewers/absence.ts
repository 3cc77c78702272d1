import { isAway, type Person } from '../people/person.ts';
import {
  addDays,
  businessDayEnd,
  businessDaysBetween,
  type Instant,
  type LocalDate,
  seoulDateOf,
} from '../shared/time.ts';

/**
 * Of the business days of a review, the share on which whoever is asked has to be here: reviews take hours, not the
 * whole period, so who is here for half of it can do them, and who is here for less is asked only to let it pass.
 */
const leastPresence = 0.5;

/** Whether somebody is here long enough to be asked now for a review that is due within so many business days. */
export function isHereLongEnough(person: Person, within: number, now: Instant): boolean {
  const here = daysAfter(now, businessDayEnd(now, within)).filter((day) => !isAway(person, day));
  return here.length >= Math.max(1, Math.ceil(within * leastPresence));
}

/** Whether somebody is away on all business days that are left until something is due; today alone counts only then. */
export function isAwayUntil(person: Person, dueAt: Instant, now: Instant): boolean {
  const later = daysAfter(now, dueAt);
  return (later.length > 0 ? later : [seoulDateOf(now)]).every((day) => isAway(person, day));
}

/** The day itself is more or less over, as it is for every due time (see `businessDayEnd`). */
const daysAfter = (now: Instant, until: Instant): LocalDate[] =>
  businessDaysBetween(addDays(seoulDateOf(now), 1), seoulDateOf(until));
