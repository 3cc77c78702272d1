import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { newApplication } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { tellCancelled } from '../../../functions/cohort/tell-cancelled.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import { writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { closeRound } from '../../../functions/selection/close-round.ts';
import { seeRound } from '../../../functions/selection/see-round.ts';
import { settleIntake } from '../../../functions/selection/settle-intake.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { contended } from '../../support/memory/contended-database.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';
import { testSeed } from '../../support/seed.ts';

/*
 * The closing of a round beside all that may happen at the same moment, in every order of their calls of the database and
 * with a worker that dies at any of them. However it goes: what is told to be sent is counted, and what is not, is not.
 */

const open = instantSchema.parse('2027-01-20T00:00:00Z');
const closing = instantSchema.parse('2027-01-29T09:00:00Z');
const moment = addMinutes(closing, -1);
const maxRuns = 40;

interface Scenario {
  /** Who sends beside the closing: whether they have sent a version before, and for how many turns they hesitate. */
  readonly applicants: readonly { readonly sent: boolean; readonly slow: number }[];
  /** After how many calls each worker of the run dies, with or without the call having been done. */
  readonly deaths: readonly { readonly after: number; readonly done: boolean }[];
  readonly beside: readonly ('extend' | 'close now' | 'cancel' | 'another run')[];
}

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  applicants: fc.array(fc.record({ sent: fc.boolean(), slow: fc.constantFrom(0, 0, 10, 40, 100) }), {
    minLength: 1,
    maxLength: 5,
  }),
  deaths: fc.array(fc.record({ after: fc.integer({ min: 0, max: 75 }), done: fc.boolean() }), { maxLength: 3 }),
  beside: fc.subarray(['extend', 'close now', 'cancel', 'another run']),
});

afterEach(() => void vi.restoreAllMocks());

const referenceOf = (index: number): string => `A-27H1-0000-000${index}`;

class Died extends Error {}

/** A database that is there for so many calls. */
function mortal(db: Database, { after, done }: Scenario['deaths'][number]): Database {
  let calls = 0;
  const send = db.send.bind(db);
  const answer = async (command: unknown): Promise<unknown> => {
    calls += 1;
    if (calls <= after) return Reflect.apply(send, db, [command]);
    if (done && calls === after + 1) await Reflect.apply(send, db, [command]);
    throw new Died('the worker died');
  };
  return new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) });
}

function send(
  deps: Parameters<typeof sendApplication>[0],
  round: MemoryRound['round'],
  index: number,
  version: number,
) {
  const answers = {
    name: '김하늘',
    email: `${index}@example.com`,
    phone: `010-1234-000${index}`,
    birthDate: '2000-01-01',
  };
  const sending = { reference: referenceOf(index), version, lang: 'ko' as const, typed: {}, answers };
  return sendApplication(deps, round, sending, moment);
}

async function prepared({ applicants }: Scenario): Promise<MemoryRound> {
  const at = await memoryRound(open, {}, { quick: true });
  for (const [index, { sent }] of applicants.entries()) {
    const reference = referenceOf(index);
    const { id: roundId, version: roundVersion, closesAt } = at.round;
    const given = {
      reference,
      roundId,
      roundVersion,
      lang: 'ko' as const,
      email: `${index}@example.com`,
      now: open,
      closesAt,
    };
    await at.deps.commit({
      changes: [at.deps.applications.create(newApplication(given))],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: open }],
    });
    if (sent) await send(at.deps, at.round, index, 1);
  }
  return at;
}

/** The version of every application that is in the round's list, at this moment. */
async function listed({ deps, round }: MemoryRound): Promise<Record<string, number>> {
  const { references } = await deps.applications.sentIn(round.id, undefined, 100);
  const pages = [...references];
  for (let page = await deps.applications.sentIn(round.id, undefined, 100); page.after; ) {
    page = await deps.applications.sentIn(round.id, page.after, 100);
    pages.push(...page.references);
  }
  const found = await deps.applications.many([...new Set(pages)]);
  return Object.fromEntries(found.map(({ reference, version }) => [reference, version]));
}

/** The steps of the round's runs, each with workers that die, until one lives. */
async function workers(at: MemoryRound, db: Database, deaths: Scenario['deaths'], now: Instant) {
  for (const death of [...deaths, { after: Number.POSITIVE_INFINITY, done: false }]) {
    const deps = wire(memoryTables, mortal(db, death));
    try {
      return (await seeRound(deps, await at.step(), now)).outcome;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }
  return undefined;
}

/** The version that an extension has made. */
async function besides(at: MemoryRound, db: Database, what: Scenario['beside'][number]): Promise<number | undefined> {
  const deps = wire(memoryTables, db);
  const by = 'operator:test';
  switch (what) {
    case 'extend': {
      const round = await deps.rounds.written(at.round.id);
      const { version: _, cancelled: __, ...draft } = round ?? writtenRoundSchema.parse(at.round);
      const given = { by, force: { reason: 'an outage' }, requiredFieldsOf: () => [] };
      const loaded = await loadRound(deps, { ...draft, closesAt: addMinutes(closing, 60) }, given, closing);
      return loaded.kind === 'loaded' ? loaded.version : undefined;
    }
    case 'close now':
      await closeRound(pick(deps), at.round.id, { by, reason: 'an outage' }, addMinutes(closing, -1));
      return undefined;
    case 'cancel':
      await cancelRound(deps, at.round.id, { by, reason: 'a flood' }, closing);
      await tellAll(at, deps);
      return undefined;
    case 'another run':
      await seeRound(deps, await at.step(), closing);
      return undefined;
  }
}

const pick = ({ rounds, admissions, selection, commit }: ReturnType<typeof wire>) => ({
  rounds,
  admissions,
  selection,
  commit,
});

/** Tells everybody of the cancellation. */
async function tellAll(at: MemoryRound, deps: MemoryRound['deps'] = at.deps): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { outcome } = await tellCancelled(deps, { ...(await at.step()), checks: 0 }, closing);
    if (outcome !== 'MORE') return;
  }
}

const tally = new Map<string, number>();

async function play(scenario: Scenario, scheduler: fc.Scheduler): Promise<void> {
  const at = await prepared(scenario);
  const turn = (name: string) => () => scheduler.schedule(Promise.resolve(), name);
  const { db } = contended(at.memory.db, { call: turn('call'), held: turn('held') });
  let atClosing: Record<string, number> | undefined;
  const sends = scenario.applicants.map(({ sent, slow }, index) => {
    const deps = wire(memoryTables, db);
    const commit: typeof deps.commit = async (commitment) => {
      for (let turns = 0; turns < slow; turns += 1) await turn('hesitate')();
      return deps.commit(commitment);
    };
    const { applications, invited, requests, selection } = deps;
    return send({ applications, invited, requests, selection, commit }, at.round, index, sent ? 2 : 1);
  });
  const watching = async () => {
    if ((await workers(at, db, scenario.deaths, closing)) === 'SETTLING') atClosing = await listed(at);
  };
  const [told, , versions] = await scheduler.waitFor(
    Promise.all([
      Promise.allSettled(sends),
      watching(),
      Promise.all(scenario.beside.map((what) => besides(at, db, what))),
    ]),
  );
  const extended = versions.find((version) => version !== undefined);

  // The time of an extension passes too, and what a worker has left is gone on with.
  const late = addMinutes(closing, 61);
  const outcome = await workers(at, at.memory.db, [], late);
  atClosing ??= await listed(at);
  const state = (await at.admission()).state;
  expect(['SETTLING', 'CANCELLING', 'CANCELLED']).toContain(state);
  expect(outcome).toBe(state);
  const cancelled = state !== 'SETTLING';
  if (cancelled) {
    await tellAll(at);
    expect((await at.admission()).state).toBe('CANCELLED');
  } else {
    expect(await listed(at)).toEqual(atClosing);
    // An extension that was told to be loaded holds.
    expect((await at.admission()).roundVersion).toBeGreaterThanOrEqual(extended ?? 1);
    const counted = await settleIntake(at.deps, { ...(await at.step()), checks: 0 }, late);
    expect(counted.of).toBe(Object.keys(atClosing).length);
  }
  for (const [index, { sent: before }] of scenario.applicants.entries()) {
    const one = told[index];
    const application = await at.deps.applications.get(referenceOf(index));
    const sent = one?.status === 'fulfilled' && one.value.kind === 'sent';
    expect(application?.version).toBe((before ? 1 : 0) + (sent ? 1 : 0));
    const isIn = before || sent;
    expect(application?.state).toBe(isIn ? (cancelled ? 'CANCELLED' : 'SUBMITTED') : 'DRAFT');
    // Whoever sends now is told that it is over.
    const again = await send(at.deps, at.round, index, (application?.version ?? 0) + 1);
    expect(again.kind).toBe(isIn && cancelled ? 'final' : 'closed');
    const kind = `${sent ? 'sent' : 'not sent'}, ${cancelled ? 'cancelled' : 'closed'}`;
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
  }
  expect(at.memory.plain('admissions').filter(({ sk }) => sk === 'latch')).toHaveLength(64);
}

describe('the closing of a round', () => {
  it('counts what was sent and nothing else, whatever happens beside it and wherever its worker dies', async () => {
    const { setTimeout: pause } = globalThis;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((after) => pause(after, 0));
    await fc.assert(fc.asyncProperty(scenarios, fc.scheduler(), play), { numRuns: maxRuns, seed: testSeed() });
    // Not a model of one case alone.
    expect([...tally.keys()].sort()).toEqual([
      'not sent, cancelled',
      'not sent, closed',
      'sent, cancelled',
      'sent, closed',
    ]);
  }, 120_000);
});
