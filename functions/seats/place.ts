import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

export const placeStates = [
  'WAITING',
  'OFFERED',
  'ACCEPTED',
  'DECLINED',
  'LAPSED',
  'WITHDRAWN',
  'NOT_SELECTED',
  /** Waited until the waitlist ended. */
  'ENDED',
  /** The round was cancelled. */
  'CANCELLED',
] as const;
export type PlaceState = (typeof placeStates)[number];

export const placeLifecycle = lifecycle(
  'Places of the ranking',
  placeStates,
  {
    offer: { WAITING: 'OFFERED' },
    accept: { OFFERED: 'ACCEPTED' },
    decline: { OFFERED: 'DECLINED' },
    lapse: { OFFERED: 'LAPSED' },
    withdraw: { WAITING: 'WITHDRAWN', OFFERED: 'WITHDRAWN', ACCEPTED: 'WITHDRAWN', NOT_SELECTED: 'WITHDRAWN' },
    /** A reconsideration was granted. */
    admit: { NOT_SELECTED: 'WAITING' },
    end: { WAITING: 'ENDED' },
    cancel: { WAITING: 'CANCELLED', OFFERED: 'CANCELLED', ACCEPTED: 'CANCELLED', NOT_SELECTED: 'CANCELLED' },
  },
  ['WAITING', 'NOT_SELECTED'],
);
export type PlaceMove = MoveOf<typeof placeLifecycle>;

/** What an applicant has in a ranked round: the one truthful answer. */
export const placeSchema = storedObject({
  reference: z.string(),
  roundId: z.string(),
  state: z.enum(placeStates),
  revision: z.number().int().positive(),
  ...audited,
  /** The place in the approved ranking, from 1. */
  rank: z.number().int().positive(),
  /** The snapshot that was approved. */
  snapshot: z.number().int().positive(),
  /** Sorts the waitlist: by rank; those put between two ranks after a reconsideration are there in the order of their own. */
  order: z.string(),
  /** The quotas that apply to the applicant. */
  quotas: z.array(z.string()),
  /** The number on the waitlist when the results were out, or when a reconsideration put them there. */
  waitlistNumber: z.number().int().positive().optional(),
  seat: z.string().optional(),
  /** A fingerprint of the code on the confirmation letter. */
  letter: z.string().optional(),
  /** The request for reconsideration. */
  lookAgain: z.string().optional(),
  since: instantSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** Where a place of the ranking stands in the waitlist; 31.5 is between the 31st and the 32nd. */
export const orderOf = (rank: number): string => String(Math.round(rank * 1000)).padStart(9, '0');

/** Places that are offered or taken, or wait for an offer: everybody else has their final answer. */
export const placeIsOpen = ({ state }: Pick<Place, 'state'>): boolean =>
  state === 'WAITING' || state === 'OFFERED' || state === 'ACCEPTED';

export const nextPlaceState = placeLifecycle.next;

/** The next revision of a place. @throws if the lifecycle has no such move. */
export function movedPlace(place: Place, move: PlaceMove, now: Instant, change: Partial<Place> = {}): Place {
  const state = placeLifecycle.moved(place.state, move);
  return { ...place, ...change, state, revision: place.revision + 1, since: now };
}
