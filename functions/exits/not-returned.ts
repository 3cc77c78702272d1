import type { LocalDate } from '../shared/time.ts';
import type { Held } from '../spaces/space.ts';
import { staysOf } from '../spaces/stays.ts';

/** Where a startup is, or was, without a confirmed return. */
export const notReturned = (held: readonly Held[], today: LocalDate): Held[] =>
  held.filter(({ space, holding: { number, returnedOn } }) => {
    const stay = staysOf(space, today).find(({ holding }) => holding.number === number);
    return returnedOn === undefined && stay !== undefined && stay.from <= today;
  });
