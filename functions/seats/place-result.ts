import type { Application } from '../applications/application.ts';
import type { PersonRequest } from '../requests/request.ts';
import { offersEnd } from '../rounds/own-dates.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { offerKey } from './offer.ts';
import { offeringRound } from './offering-round.ts';
import type { Place } from './place.ts';
import { waitlistHasEnded, waitlistPosition } from './waitlist.ts';

/** Where an applicant stands once the results are out. */
export interface PlaceResult {
  readonly place: Place;
  /** The open offer. */
  readonly offer?: PersonRequest;
  /** On the waitlist: the number now, and at the beginning. */
  readonly position?: { readonly number: number; readonly began: number };
  /** From when on closes the waiting list: nobody on it is offered a place any more. */
  readonly waitlistUntil: Instant;
  /** Nobody who waits is offered a seat any more. */
  readonly waitlistEnded: boolean;
  /** Whether the round keeps seats for some, so that the waitlist does not simply go by number. */
  readonly quotas: boolean;
  /** Until when reconsideration may be asked for. */
  readonly reconsiderationUntil: Instant;
}

/** Nothing before the release, and for who has no place in the ranking. */
export async function placeResultOf(
  deps: Pick<Dependencies, 'admissions' | 'rounds' | 'seats' | 'requests'>,
  { reference, roundId, state }: Pick<Application, 'reference' | 'roundId' | 'state'>,
  now: Instant,
): Promise<PlaceResult | undefined> {
  if (state !== 'ACCEPTED') return undefined;
  const admission = await deps.admissions.get(roundId);
  const place = admission?.releasedAt ? await deps.seats.place(reference) : undefined;
  if (!admission?.releasedAt || !place) return undefined;
  const { rules } = await offeringRound(deps, admission);
  const seat = place.state === 'OFFERED' && place.seat ? await deps.seats.seat(place.seat) : undefined;
  return {
    place,
    offer: seat && (await deps.requests.byAskKey(offerKey(seat))),
    position: await waitlistPosition(deps, place),
    waitlistUntil: offersEnd(rules.offer),
    waitlistEnded: waitlistHasEnded(admission, rules.offer, now),
    quotas: rules.ranking.quotas.length > 0,
    reconsiderationUntil: businessDayEnd(admission.releasedAt, rules.lookAgain.within),
  };
}
