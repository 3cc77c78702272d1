import type { PersonRequest } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { EventType } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { Place } from './place.ts';
import { changedSeat, type Seat } from './seat.ts';

/** The kind of the requests that offer a seat. */
export const offerKind = 'seat-offer';

/** Names an offer of a seat, so that a run that is started again finds it. */
export const offerKey = (seat: Pick<Seat, 'id' | 'offers'>): string => `${offerKind}/${seat.id}/${seat.offers}`;

/** The place and the seat of an offer that is still open; nothing, once either has moved on. */
export async function offeredBy(
  { seats }: Pick<Dependencies, 'seats'>,
  request: Pick<PersonRequest, 'subject' | 'askKey'>,
): Promise<{ readonly place: Place; readonly seat: Seat } | undefined> {
  const place = await seats.place(request.subject);
  const seat = place?.seat ? await seats.seat(place.seat) : undefined;
  if (place?.state !== 'OFFERED' || seat?.state !== 'OFFERED') return undefined;
  return seat.reference === place.reference && request.askKey === offerKey(seat) ? { place, seat } : undefined;
}

/** A seat that was offered in vain: free for the next one, to whom its run goes on. */
export function freeOffered(
  { seats }: Pick<Dependencies, 'seats'>,
  seat: Seat,
  request: Pick<PersonRequest, 'callback'> | undefined,
  given: { readonly why: string; readonly by: string; readonly now: Instant },
): Parts {
  const { revival, start } = revive('seat-offer', seat.id, seat);
  return {
    changes: [seats.saveSeat(changedSeat(seat, given.now, { reference: undefined, ...revival }, 'free'), seat)],
    events: [seatEvent(seat, 'SeatFreed', given.by, given.now, { why: given.why })],
    outbox: [...start, ...(request?.callback ? [{ kind: 'resume' as const, callback: request.callback }] : [])],
  };
}

/** An event about a seat, for the commit that changes it. */
export const seatEvent = (
  seat: Pick<Seat, 'id'>,
  type: EventType,
  by: string,
  at: Instant,
  data: EventDraft['data'] = {},
): EventDraft => ({ subject: seat.id, type, by, at, data });
