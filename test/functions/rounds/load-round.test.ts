import { beforeEach, describe, expect, it } from 'vitest';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { WrittenDraft } from '../../../functions/rounds/round.ts';
import { roundsTable } from '../../../functions/rounds/rounds-table.ts';
import { admissionsTable } from '../../../functions/selection/admissions-table.ts';
import { roundSelection } from '../../../functions/selection/round-selection.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { academyRound } from './academy.ts';

const open = instantSchema.parse('2026-12-01T00:00:00Z');
const earlier = { ...academyRound(), closesAt: instantSchema.parse('2027-01-15T09:00:00Z') };
const reason = { reason: '강의실 공사' };

let memory: ReturnType<typeof memoryDatabase>;
let rounds: ReturnType<typeof roundsTable>;
beforeEach(() => {
  memory = memoryDatabase();
  rounds = roundsTable(memory.db, 'rounds');
});
const load = (draft: WrittenDraft, force?: { readonly reason: string }) =>
  loadRound(
    {
      rounds,
      selection: roundSelection({ admissions: admissionsTable(memory.db, 'admissions'), random: secureRandom }),
      commit: committer(memory.db, { audit: 'audit', outbox: 'outbox' }),
    },
    draft,
    { by: 'operator:test', force, requiredFieldsOf: () => [] },
    open,
  );

describe('a round that is loaded', () => {
  it('is version 1, and not loaded again while its file says the same', async () => {
    expect(await load(academyRound())).toEqual({ kind: 'loaded', version: 1, forced: [], ineffective: [] });
    expect(await load(academyRound())).toEqual({ kind: 'unchanged', version: 1 });
    expect(await eventsOf(memory.db, 'audit', `round#${earlier.id}`)).toHaveLength(1);
  });

  it('gets a further version by a harmless change, and keeps the one before', async () => {
    await load(academyRound());
    expect(await load({ ...academyRound(), capacity: 40 })).toMatchObject({ kind: 'loaded', version: 2 });
    const { id } = academyRound();
    expect((await rounds.current(id))?.capacity).toBe(40);
    expect((await rounds.version(id, 1))?.capacity).toBe(30);
    expect(await rounds.list()).toHaveLength(1);
  });

  it('is told to everybody with its days, and stored, shown and changed as its file states it', async () => {
    await load(academyRound());
    const { id } = academyRound();
    expect((await rounds.current(id))?.whatHappens[1]).toMatchObject({ date: '2027-01-29' });
    expect((await rounds.list())[0]?.whoCanApply[0]?.en).toContain('the first day, Monday, 8 March 2027');
    const written = await rounds.written(id);
    expect(written).toEqual({ ...academyRound(), version: 1 });
    expect(await rounds.written(id, 2)).toBeUndefined();
    expect(await rounds.again(id, 1, 7)).toMatchObject([{ put: { written: { ...academyRound(), version: 7 } } }]);
  });

  it('is not changed in a way that hurts applicants without a reason', async () => {
    await load(academyRound());
    expect(await load(earlier)).toMatchObject({ kind: 'harmful', changes: [{ field: 'closesAt' }] });
    expect((await rounds.current(earlier.id))?.version).toBe(1);
    expect(await eventsOf(memory.db, 'audit', `round#${earlier.id}`)).toHaveLength(1);
  });

  it('is, with a reason that the audit keeps', async () => {
    await load(academyRound());
    expect(await load(earlier, reason)).toMatchObject({ kind: 'loaded', version: 2, forced: [{ field: 'closesAt' }] });
    const [, event] = await eventsOf(memory.db, 'audit', `round#${earlier.id}`);
    expect(event).toMatchObject({ by: 'operator:test', data: { forced: ['closesAt'], reason: '강의실 공사' } });
  });

  it('is loaded in one order, however many load it at once', async () => {
    await Promise.all([40, 41, 42].map((capacity) => load({ ...academyRound(), capacity }, reason)));
    const events = await eventsOf(memory.db, 'audit', `round#${earlier.id}`);
    expect(events.map(({ data }) => data.version)).toEqual([1, 2, 3]);
  });
});
