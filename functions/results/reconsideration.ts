import { orderOf, type Place } from '../seats/place.ts';
import type { Admission } from '../selection/admission.ts';
import { Fault } from '../shared/errors.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';

export const reconsiderationKind = 'look-again';
export const reconsiderationOutcomes = ['REFUSE', 'GRANT'] as const;

/** An applicant asks once. */
export const reconsiderationKey = (reference: string): string => `${reconsiderationKind}/${reference}`;

/** Whether reconsideration may be asked for: only by who was not selected, once, and in time. */
export function reconsiderationPhase(
  place: Pick<Place, 'state' | 'lookAgain'>,
  releasedAt: NonNullable<Admission['releasedAt']>,
  within: number,
  now: Instant,
): 'open' | 'asked' | 'late' | 'not-applicable' {
  if (place.lookAgain) return 'asked';
  if (place.state !== 'NOT_SELECTED') return 'not-applicable';
  return now < businessDayEnd(releasedAt, within) ? 'open' : 'late';
}

/**
 * The order on the waitlist of somebody who should have had a place in the ranking: before whoever has it, and behind
 * those of the places before; of several at one place the one with the better place of their own comes first.
 * @param right the place, from 1 to their own
 */
export function grantedOrder({ rank }: Pick<Place, 'rank'>, right: number): string {
  if (!Number.isInteger(right) || right < 1 || right > rank)
    throw new Fault('PlaceImpossible', { place: right, of: rank });
  return right === rank ? orderOf(rank) : `${orderOf(right - 0.5)}-${orderOf(rank)}`;
}
