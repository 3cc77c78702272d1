import * as z from 'zod';
import { type PlaceState, placeStates } from '../../../functions/seats/place.ts';
import { type SeatState, seatStates } from '../../../functions/seats/seat.ts';

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const stringOf = z.object({ S: z.string() });
const text = (value: unknown): string => stringOf.safeParse(value).data?.S ?? '';
const stateOf = <State extends string>(states: readonly State[], value: unknown): State => {
  const found = states.find((state) => state === text(value));
  if (!found) throw new Error(`${text(value)} is no state`);
  return found;
};

export interface SeatNow {
  readonly id: string;
  readonly state: SeatState;
  readonly reference: string;
  readonly intended: string;
  readonly idle: boolean;
  readonly stuck: boolean;
}
export interface PlaceNow {
  readonly reference: string;
  readonly state: PlaceState;
  readonly seat: string;
}
export interface Now {
  readonly seats: readonly SeatNow[];
  readonly places: readonly PlaceNow[];
  /** References, in order. */
  readonly waitlist: readonly string[];
  /** Open offers by the applicant's reference. */
  readonly offers: readonly string[];
}

/** What is stored at this moment, read without the repositories. */
export function seatsNow(items: (table: string) => readonly Item[], roundId: string): Now {
  const seats: SeatNow[] = [];
  const places: PlaceNow[] = [];
  const waitlist: string[] = [];
  for (const item of items('seats')) {
    if (text(item.sk) === 'seat') {
      seats.push({
        id: text(item.id),
        state: stateOf(seatStates, item.state),
        reference: text(item.reference),
        intended: text(item.intended),
        idle: item.idle?.BOOL === true,
        stuck: item.stuck !== undefined,
      });
    } else if (text(item.sk) === 'place') {
      places.push({
        reference: text(item.reference),
        state: stateOf(placeStates, item.state),
        seat: text(item.seat),
      });
    } else if (text(item.pk) === `waitlist#${roundId}`) waitlist.push(text(item.sk));
  }
  const requests = items('requests');
  const offers = requests.flatMap((item) => (text(item.state) === 'OPEN' ? [text(item.subject)] : []));
  return { seats, places, waitlist: waitlist.sort().map((sk) => sk.split('#')[1] ?? ''), offers };
}
