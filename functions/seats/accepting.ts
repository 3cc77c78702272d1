import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Place } from './place.ts';

/** A port: what begins elsewhere when a seat is accepted. It goes into the same transaction. */
export type Accepting = (place: Pick<Place, 'reference' | 'roundId' | 'seat'>, now: Instant) => Promise<Parts>;

/** All of it, in their order. */
export const acceptingAll =
  (all: readonly Accepting[]): Accepting =>
  async (place, now) =>
    joinedParts(await Promise.all(all.map((accepting) => accepting(place, now))));
