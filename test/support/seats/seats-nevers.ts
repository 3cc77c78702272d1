import { presentRunOf } from '../../../functions/runs/run.ts';
import type { SeatsWorld } from './seats-world.ts';

const countOf = <Value>(values: readonly Value[]) => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/**
 * The four nevers: never more accepted than seats, never a seat empty while somebody eligible waits, never two offers for
 * one seat, never two seats for one person. Throws if one of them happened. A seat may be empty only while what offers
 * it on is under way.
 */
export async function checkNevers(world: SeatsWorld, after: string): Promise<void> {
  const { seats, places, waitlist, offers } = world.present();
  const fail = (what: string): never => {
    throw new Error(
      `${what} after ${after}: ${JSON.stringify({ seats, places, waitlist, offers, queue: world.queue })}`,
    );
  };
  const accepted = places.filter(({ state }) => state === 'ACCEPTED');
  if (accepted.length > world.seatIds.length) fail('more accepted than seats');
  const cancelled = (await world.admission())?.cancelled !== undefined;
  const before = acceptedWhenCancelled.get(world) ?? accepted.length;
  if (cancelled && accepted.length > before) fail('a seat was taken in a cancelled round');
  if (cancelled) acceptedWhenCancelled.set(world, accepted.length);
  if (accepted.length !== seats.filter(({ state }) => state === 'TAKEN').length) fail('accepted and taken differ');
  if ([...countOf(offers).values()].some((count) => count > 1)) fail('two offers for one person');
  const held = seats.filter(({ state }) => state === 'OFFERED' || state === 'TAKEN');
  if ([...countOf(held.map(({ reference }) => reference)).values()].some((count) => count > 1)) {
    fail('two seats for one person');
  }
  for (const seat of held) {
    const state = seat.state === 'TAKEN' ? 'ACCEPTED' : 'OFFERED';
    const holders = places.filter((place) => place.seat === seat.id);
    const [holder] = holders;
    if (holders.length !== 1 || holder?.reference !== seat.reference || holder.state !== state) {
      fail(`${seat.id} and its holder do not agree`);
    }
  }
  const offered = seats.filter(({ state }) => state === 'OFFERED').map(({ reference }) => reference);
  if (JSON.stringify([...offered].sort()) !== JSON.stringify([...offers].sort())) fail('offers and seats differ');
  const waiting = places.filter(({ state }) => state === 'WAITING').map(({ reference }) => reference);
  if (waitlist.some((reference) => !waiting.includes(reference))) fail('somebody on the waitlist does not wait');

  const admission = await world.admission();
  const ended = admission?.state !== 'SEATING' || world.now() >= world.offersEnd();
  if (ended) return;
  if (seats.some(({ state }) => state === 'CLOSED')) fail('a seat is closed before the end');
  const empty = seats.filter(({ state, stuck }) => state === 'VACANT' && !stuck);
  if (empty.length === 0 || waiting.length === 0) return;
  const underWay = new Set<string>();
  for (const { id } of empty) if (await willBeOffered(world, id)) underWay.add(id);
  const promised = empty.filter(({ intended }) => waiting.includes(intended));
  if (promised.some(({ id }) => !underWay.has(id))) fail('a seat is not offered to whom the ranking gave it');
  const anyStuck = seats.some(({ state, stuck }) => state === 'VACANT' && stuck);
  if (admission.waitlistClosedAt || anyStuck || extendedAfterTheEnd.has(world)) return;
  const free = empty.filter((seat) => !promised.includes(seat));
  const goingOn = free.filter(({ id }) => underWay.has(id));
  if (goingOn.length < Math.min(free.length, waitlist.length)) fail('a seat is empty and somebody waits');
}

/** Whether a queued start or resumption leads to the seat's present run offering it. */
async function willBeOffered(world: SeatsWorld, id: string): Promise<boolean> {
  const seat = await world.deps.seats.seat(id);
  const name = seat && presentRunOf(id, seat);
  for (const entry of world.queue) {
    if (entry.kind === 'start' && entry.reference === id && entry.name === name) return true;
    if (entry.kind !== 'resume') continue;
    const callback = await world.deps.requests.callback(entry.callback);
    if (callback?.run === name && !callback?.outcome) return true;
  }
  return false;
}

/** How many had a seat when the round was found cancelled, and after each step since. */
const acceptedWhenCancelled = new WeakMap<SeatsWorld, number>();

/** Worlds whose last day was put off after it had passed: seats left idle meanwhile are offered by the next count. */
export const extendedAfterTheEnd = new WeakSet<SeatsWorld>();
