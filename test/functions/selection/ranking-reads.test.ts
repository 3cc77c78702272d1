import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wire } from '../../../functions/app/wiring.ts';
import { confirmCohort } from '../../../functions/cohort/confirm-cohort.ts';
import type { WrittenRound } from '../../../functions/rounds/round.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { changedAdmission } from '../../../functions/selection/admission.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { Fault } from '../../../functions/shared/errors.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { approveRanking } from '../../support/seats/seats.ts';
import { academyRound } from '../rounds/academy.ts';

const now = instantSchema.parse('2027-02-19T01:00:00Z');
const applicants = 1_000;
/** Pages of the ranking, each an item of some forty thousand characters. */
const pages = applicants / 100;
const round: WrittenRound = { ...academyRound(), version: 1, capacity: 40 };

const reads = z.object({
  TransactItems: z.array(z.object({ Get: z.object({ Key: z.object({ sk: z.string().optional() }) }) })),
});

/** A database that counts the pages of rankings that are read of it. */
function counting(db: Database) {
  let read = 0;
  const send = db.send.bind(db);
  const answer = (command: { readonly input: unknown }): unknown => {
    const items = reads.safeParse(command.input).data?.TransactItems ?? [];
    read += items.filter(({ Get }) => Get.Key.sk?.startsWith('snapshot-page#')).length;
    return Reflect.apply(send, db, [command]);
  };
  return {
    db: new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) }),
    /** Since the last time. */
    pages: () => {
      const since = read;
      read = 0;
      return since;
    },
  };
}

async function approved() {
  const { db } = memoryDatabase({ quick: true });
  const counted = counting(db);
  const deps = wire(memoryTables, counted.db);
  await deps.commit({
    changes: deps.rounds.load(round, undefined, undefined),
    events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: now }],
  });
  const ranked = Array.from({ length: applicants }, (_, index) => ({
    reference: `A-27H1-0000-${String(index).padStart(4, '0')}`,
    email: `p${index}@example.com`,
  }));
  const { admission } = await approveRanking(deps, round, ranked, now);
  counted.pages();
  return { deps, counted, step: { reference: round.id, run: runNameOf(round.id, admission.run), checks: 0 } };
}

/** The pages that each step reads, until it is done. */
async function perStep(counted: ReturnType<typeof counting>, step: () => Promise<{ readonly outcome: string }>) {
  const read: number[] = [];
  for (let outcome = 'MORE'; outcome === 'MORE'; ) {
    ({ outcome } = await step());
    read.push(counted.pages());
  }
  return read;
}

describe('the ranking of a thousand', () => {
  it('is read once as a whole by the release, and then where the next are', async () => {
    const { deps, counted, step } = await approved();
    const [first = 0, ...others] = await perStep(counted, () => releaseResults(deps, step, now));
    expect(others.length).toBeGreaterThan(4);
    expect(first).toBeGreaterThanOrEqual(pages);
    expect(others.reduce((sum, read) => sum + read, 0)).toBeLessThanOrEqual(3 * pages);
    expect((await deps.admissions.get(round.id))?.state).toBe('SEATING');
    expect(await deps.seats.place('A-27H1-0000-0040')).toMatchObject({ rank: 41, waitlistNumber: 1 });
    expect(await deps.seats.place('A-27H1-0000-0999')).toMatchObject({ rank: 1000, state: 'NOT_SELECTED' });
  });

  it('is read where the next are by the end of the waitlist, and once as a whole for the statistics', async () => {
    const { deps, counted, step } = await approved();
    await perStep(counted, () => releaseResults(deps, step, now));
    const was = await deps.admissions.get(round.id);
    if (!was) throw new Error('the admission is missing');
    await deps.commit({
      changes: [deps.admissions.save(changedAdmission(was, now, {}, 'seat'), was)],
      events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    const read = await perStep(counted, () => confirmCohort(deps, step, now));
    expect(read.length).toBeGreaterThan(pages);
    expect(read.slice(0, -1).every((some) => some === 1)).toBe(true);
    expect(read.at(-1)).toBe(pages);
    expect((await deps.admissions.get(round.id))?.state).toBe('CONFIRMED');
  });

  it('is released only as it was frozen', async () => {
    const { deps, step } = await approved();
    const snapshot = await deps.admissions.snapshot(round.id, 1);
    if (!snapshot) throw new Error('the snapshot is missing');
    const [first, second, ...others] = snapshot.entries;
    if (!first || !second) throw new Error('nobody is ranked');
    await deps.commit({
      changes: deps.admissions.putSnapshotPages({ ...snapshot, entries: [second, first, ...others] }).slice(0, 1),
      events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    await expect(releaseResults(deps, step, now)).rejects.toThrow(Fault);
    expect((await deps.admissions.get(round.id))?.state).toBe('RELEASING');
  });
});
