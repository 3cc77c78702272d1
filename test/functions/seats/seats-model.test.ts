import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import type { Ranked } from '../../support/seats.ts';
import { type SeatsWorld, seatsWorld } from '../../support/seats-world.ts';
import { academyRound } from '../rounds/academy.ts';

/*
 * The four nevers: never more accepted than seats, never a seat empty while somebody eligible waits, never two offers
 * for one seat, never two seats for one person. Checked after every step of any order of steps, on the real use cases.
 */

const totalRuns = 10_000;
const begin = instantSchema.parse('2027-02-19T01:00:00Z');
const quotas: readonly string[] = ['early-career', 'returning'];

interface Scenario {
  readonly capacity: number;
  /** Seats kept for the first quota, and for the second. */
  readonly quotaSeats: readonly [number, number];
  readonly waitlist: number;
  readonly people: readonly { readonly quotas: readonly string[]; readonly placeable: boolean }[];
}

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    capacity: fc.integer({ min: 1, max: 3 }),
    quotaSeats: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })),
    waitlist: fc.integer({ min: 0, max: 3 }),
    people: fc.array(
      fc.record({ quotas: fc.subarray([...quotas]), placeable: fc.constantFrom(true, true, true, false) }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ quotaSeats: [first, second], ...given }) => ({
    ...given,
    quotaSeats: [Math.min(first, given.capacity), Math.min(second, Math.max(0, given.capacity - first))] as const,
  }));

const person = fc.nat({ max: 5 });
const one = fc.nat({ max: 2 });
const plain = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('accept'), who: person }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decline'), who: person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lapse'), who: person }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('withdraw'), who: person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('admit'), who: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('accept again', 'decline again'), who: person }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('repeat', 'repeat an earlier run', 'restart', 'fail'), who: one }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('deliver', 'deliver all'), who: one }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('count'), who: one }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('a day passes', 'a week passes', 'extend'), who: one }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close the waitlist', 'call off', 'tell'), who: one }) },
);
type Plain = typeof plain extends fc.Arbitrary<infer Value> ? Value : never;

async function take(world: SeatsWorld, step: Plain): Promise<void> {
  const who = world.references[step.who % world.references.length] ?? '';
  const seat = world.seatIds[step.who % world.seatIds.length] ?? '';
  const steps: Readonly<Record<string, () => unknown>> = {
    accept: () => world.accept(who),
    decline: () => world.decline(who),
    lapse: () => world.lapse(who),
    withdraw: () => world.withdraw(who),
    admit: () => world.admit(who),
    'accept again': () => world.answerAgain(step.who, 'ACCEPT'),
    'decline again': () => world.answerAgain(step.who, 'DECLINE'),
    repeat: () => world.repeat(seat, 0),
    'repeat an earlier run': () => world.repeat(seat, 1),
    restart: () => world.restart(seat),
    fail: () => world.fail(seat),
    deliver: () => world.deliver(1),
    'deliver all': () => world.deliver(Number.POSITIVE_INFINITY),
    count: () => world.count(),
    'a day passes': () => world.later(24 * 60),
    'a week passes': () => world.later(7 * 24 * 60),
    extend: () => world.extend(7),
    'close the waitlist': () => world.closeWaitlist(),
    'call off': () => world.callOff(),
    tell: () => world.tell(),
  };
  await steps[step.do]?.();
}

const countOf = <Value>(values: readonly Value[]) => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** Throws where one of the nevers happened. A seat may be empty only while what offers it on is under way. */
async function check(world: SeatsWorld, after: string): Promise<void> {
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
  const name = seat && (seat.run <= 1 ? id : `${id}-${seat.run}`);
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
const extendedAfterTheEnd = new WeakSet<SeatsWorld>();

const draft = academyRound();
const roundFor = (scenario: Scenario): Round => {
  if (!draft.admission) throw new Error('the round of the academy has an admission');
  const { admission } = draft;
  return {
    ...draft,
    version: 1,
    capacity: scenario.capacity,
    admission: {
      ...admission,
      ranking: {
        ...admission.ranking,
        quotas: admission.ranking.quotas.flatMap((kept) =>
          quotas
            .map((id, index) => ({ ...kept, id, seats: scenario.quotaSeats[index] ?? 0 }))
            .filter(({ seats }) => seats > 0),
        ),
      },
      offer: {
        ...admission.offer,
        waitlist: { length: scenario.waitlist, lastDay: localDateSchema.parse('2027-03-05') },
      },
    },
  };
};

const rankedOf = ({ people, quotaSeats }: Scenario): Ranked[] =>
  people.map(({ quotas: own, placeable }, index) => ({
    reference: `A-27H1-0000-000${index}`,
    email: `p${index}@example.com`,
    quotas: own.filter((id) => (quotaSeats[quotas.indexOf(id)] ?? 0) > 0),
    unplaceable: !placeable,
  }));

async function play(
  scenario: Scenario,
  steps: readonly (readonly Plain[])[],
  counts: { steps: number; ends: Map<string, number> },
) {
  const world = await seatsWorld(roundFor(scenario), rankedOf(scenario), begin);
  await check(world, 'the release');
  for (const together of steps) {
    if (together.some((step) => step.do === 'extend') && world.now() >= world.offersEnd())
      extendedAfterTheEnd.add(world);
    await Promise.all(together.map((step) => take(world, step)));
    counts.steps += together.length;
    await check(world, together.map((step) => `${step.do} ${step.who}`).join(' + '));
  }
  await theEnd(world, counts.ends);
}

/** All that is under way is done; then the last day passes, open offers lapse, and every seat is taken or closed. */
async function theEnd(world: SeatsWorld, ends: Map<string, number>): Promise<void> {
  await world.deliver(Number.POSITIVE_INFINITY);
  await check(world, 'all was delivered');
  world.later(365 * 24 * 60);
  for (const reference of world.present().offers) await world.lapse(reference);
  await world.deliver(Number.POSITIVE_INFINITY);
  await world.count();
  await check(world, 'the last count');
  if ((await world.admission())?.state === 'CANCELLING') await world.tell();
  const { seats, offers } = world.present();
  const admission = await world.admission();
  ends.set(admission?.state ?? '', (ends.get(admission?.state ?? '') ?? 0) + 1);
  expect(['CONFIRMING', 'CANCELLED']).toContain(admission?.state);
  expect(offers).toEqual([]);
  if (admission?.state === 'CONFIRMING') {
    expect(seats.every(({ state }) => state === 'TAKEN' || state === 'CLOSED')).toBe(true);
  }
}

afterEach(() => vi.restoreAllMocks());

/** Pauses between two tries take no time. */
const withoutPauses = () => {
  const { setTimeout: pause } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((after) => pause(after, 0));
};

it('the four nevers hold after every step, in any order of steps', async () => {
  withoutPauses();
  const counts = { steps: 0, ends: new Map<string, number>() };
  const began = Date.now();
  const numRuns = totalRuns * 0.8;
  await fc.assert(
    fc.asyncProperty(scenarios, fc.array(plain, { maxLength: 7 }), (scenario, steps) =>
      play(
        scenario,
        steps.map((step) => [step]),
        counts,
      ),
    ),
    { numRuns },
  );
  console.log(`${numRuns} runs one step after the other, ${counts.steps} steps, ${Date.now() - began} ms`, counts.ends);
}, 300_000);

it('the four nevers hold when two things happen at once', async () => {
  withoutPauses();
  const counts = { steps: 0, ends: new Map<string, number>() };
  const began = Date.now();
  const numRuns = totalRuns * 0.2;
  await fc.assert(
    fc.asyncProperty(
      scenarios,
      fc.array(fc.array(plain, { minLength: 2, maxLength: 3 }), { maxLength: 4 }),
      (scenario, steps) => play(scenario, steps, counts),
    ),
    { numRuns },
  );
  console.log(`${numRuns} runs of steps at once, ${counts.steps} steps, ${Date.now() - began} ms`, counts.ends);
}, 300_000);
