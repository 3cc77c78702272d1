import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { testSeed } from '../seed.ts';
import type { Ranked } from './seats.ts';
import { checkNevers, extendedAfterTheEnd } from './seats-nevers.ts';
import { anyStep, type Step, take } from './seats-steps.ts';
import { type SeatsWorld, seatsWorld } from './seats-world.ts';

/* The four nevers of seats, after every step of any order of steps, on the real use cases. */

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
  steps: readonly (readonly Step[])[],
  counts: { steps: number; ends: Map<string, number> },
) {
  const world = await seatsWorld(roundFor(scenario), rankedOf(scenario), begin);
  await checkNevers(world, 'the release');
  for (const together of steps) {
    if (together.some((step) => step.name === 'extend') && world.now() >= world.offersEnd())
      extendedAfterTheEnd.add(world);
    await Promise.all(together.map((step) => take(world, step)));
    counts.steps += together.length;
    await checkNevers(world, together.map((step) => `${step.name} ${step.number}`).join(' + '));
  }
  await theEnd(world, counts.ends);
}

/** All that is under way is done; then the last day passes, open offers lapse, and every seat is taken or closed. */
async function theEnd(world: SeatsWorld, ends: Map<string, number>): Promise<void> {
  await world.deliver(Number.POSITIVE_INFINITY);
  await checkNevers(world, 'all was delivered');
  world.later(365 * 24 * 60);
  for (const reference of world.present().offers) await world.lapse(reference);
  await world.deliver(Number.POSITIVE_INFINITY);
  await world.count();
  await checkNevers(world, 'the last count');
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

/** Pauses between two tries take no time. */
const withoutPauses = () => {
  const { setTimeout: pause } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((after) => pause(after, 0));
};

/** Plays so many rounds: four in five of them step after step, the others with two or three steps at once. */
export function seatsModel(totalRuns: number): void {
  afterEach(() => vi.restoreAllMocks());

  const playAll = async (what: string, numRuns: number, steps: fc.Arbitrary<readonly (readonly Step[])[]>) => {
    withoutPauses();
    const counts = { steps: 0, ends: new Map<string, number>() };
    const seed = testSeed();
    const began = Date.now();
    await fc.assert(
      fc.asyncProperty(scenarios, steps, (scenario, given) => play(scenario, given, counts)),
      { numRuns, seed },
    );
    console.log(`${numRuns} runs ${what} (seed ${seed}), ${counts.steps} steps, ${Date.now() - began} ms`, counts.ends);
  };

  it('somebody who is put on the waitlist while a seat is being left idle is offered it', async () => {
    withoutPauses();
    const [waits, declines] = [
      { quotas: [], placeable: false },
      { quotas: [], placeable: true },
    ];
    const scenario: Scenario = { capacity: 1, waitlist: 0, people: [waits, declines], quotaSeats: [0, 0] };
    const steps: readonly (readonly Step[])[] = [
      [
        { name: 'withdraw', number: 5 },
        { name: 'accept', number: 0 },
      ],
      [
        { name: 'deliver all', number: 0 },
        { name: 'admit', number: 0 },
      ],
    ];
    await play(scenario, steps, { steps: 0, ends: new Map() });
  });

  it('the four nevers hold after every step, in any order of steps', { timeout: 300_000 }, () =>
    playAll(
      'one step after the other',
      totalRuns * 0.8,
      fc.array(anyStep, { maxLength: 7 }).map((steps) => steps.map((step) => [step])),
    ),
  );

  it('the four nevers hold when two things happen at once', { timeout: 300_000 }, () =>
    playAll(
      'of steps at once',
      totalRuns * 0.2,
      fc.array(fc.array(anyStep, { minLength: 2, maxLength: 3 }), { maxLength: 4 }),
    ),
  );
}
