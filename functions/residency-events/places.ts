import { holderOf } from '../residencies/residency.ts';
import type { LocalDate } from '../shared/time.ts';
import { allHeld, type Held, type Space } from '../spaces/space.ts';
import { stayOn } from '../spaces/stays.ts';

/** That a startup has a space, had it or will. */
export interface Place extends Held {
  /** It is there on the day, by its contract or past it. */
  readonly held: boolean;
}

/** The spaces of a residency in the order in which it has them. */
export const placesOf = (spaces: readonly Space[], residency: string, today: LocalDate): Place[] =>
  allHeld(spaces, holderOf({ id: residency }))
    .map((held) => ({ ...held, held: isThere(held, today) }))
    .toSorted((a, b) => (a.holding.from < b.holding.from ? -1 : 1));

const isThere = ({ space, holding }: Held, today: LocalDate): boolean =>
  stayOn(space, today, today)?.holding.number === holding.number;

/** The one in which it is, or else will be; nothing once it has given back the last. */
export const presentPlace = (places: readonly Place[], today: LocalDate): Place | undefined =>
  places.findLast(({ held }) => held) ??
  places.find(({ holding }) => holding.returnedOn === undefined && holding.to >= today);
