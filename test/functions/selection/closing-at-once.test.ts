import { afterEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { newApplication } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { latchesOfRound } from '../../../functions/selection/latches.ts';
import { shardOf } from '../../../functions/shared/database/shard.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { instantSchema, toInstant } from '../../../functions/shared/time.ts';
import { contended } from '../../support/memory/contended-database.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now = instantSchema.parse('2027-01-29T08:59:00Z');
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Random bytes that are the same in every run. */
const bytes = (seed: number) => {
  let state = seed + 1;
  return Uint8Array.from({ length: 16 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
};
const references = Array.from({ length: 650 }, (_, index) => newReference('A-27H1', bytes(index)));

afterEach(() => void vi.useRealTimers());

async function drafts({ deps, round }: MemoryRound): Promise<void> {
  for (const [index, reference] of references.entries()) {
    const application = newApplication({
      reference,
      roundId: round.id,
      roundVersion: round.version,
      lang: 'ko',
      email: `${index}@example.com`,
      now,
      closesAt: round.closesAt,
    });
    await deps.commit({
      changes: [deps.applications.create(application)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
  }
}

describe('six hundred and fifty who send in one second', () => {
  it('are all taken at their first click, though each transaction holds what it checks for 30 ms', async () => {
    const at = await memoryRound(now, {}, { quick: true });
    await drafts(at);
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: Date.parse(now) });
    const busy = contended(at.memory.db, { call: () => sleep(5), held: () => sleep(30) });
    const deps = wire(memoryTables, busy.db);
    const answers = { name: '김하늘', birthDate: '2000-01-01' };
    const all = references.map(async (reference, index) => {
      await sleep((index * 1000) / references.length);
      const sending = {
        reference,
        version: 1,
        lang: 'ko' as const,
        typed: {},
        answers: { ...answers, email: `${index}@example.com`, phone: `010-1234-${1000 + index}` },
      };
      return sendApplication(deps, at.round, sending, toInstant(new Date()));
    });
    const sent = Promise.allSettled(all);
    await vi.advanceTimersByTimeAsync(60_000);
    const kinds = (await sent).map((one) => (one.status === 'fulfilled' ? one.value.kind : 'refused'));
    expect(
      Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, some]) => [kind, some.length])),
    ).toEqual({
      sent: 650,
    });
  });
});

describe('the latches of a round', () => {
  it('share its applications evenly', () => {
    const shares = Map.groupBy(references, (reference) => shardOf(reference, latchesOfRound));
    expect(shares.size).toBe(64);
    expect(Math.max(...[...shares.values()].map(({ length }) => length))).toBeLessThan(25);
  });
});
