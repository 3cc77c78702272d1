import { expect, it } from 'vitest';
import { codesTable } from '../../../functions/codes/codes-table.ts';
import { giveCode, tryGivenCode } from '../../../functions/codes/given-code.ts';
import { storer } from '../../../functions/shared/database/commit.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-03-02T00:00:00Z');
const holder = 'person#kim-minji';
const forClaim = { holder, scope: 'decision#claim' };

function opened() {
  const { db } = memoryDatabase();
  const deps = { codes: codesTable(db, memoryTables.CODES_TABLE), signCode: memorySigner(), random: secureRandom };
  const store = (change: Change) =>
    storer(db, { outbox: memoryTables.OUTBOX_TABLE })({ changes: [change], outbox: [], at: now });
  const give = async (given = forClaim, minutes = 60) => {
    const { code, change } = await giveCode(deps, given, minutes, now);
    await store(change);
    return code;
  };
  const enter = (code: string, given = forClaim, at = now) => tryGivenCode(deps, given, code, at);
  return { store, give, enter };
}

const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

it('a code that is told is compared five times, however many try at once', async () => {
  const { give, enter } = opened();
  const code = await give();
  const entered = await Promise.all(Array.from({ length: 60 }, () => enter(other(code))));
  expect(entered.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  expect(entered.filter(({ kind }) => kind === 'over')).toHaveLength(55);
  expect(await enter(code)).toEqual({ kind: 'over' });
});

it('five that are right at once use it once', async () => {
  const { store, give, enter } = opened();
  const code = await give();
  const entered = await Promise.all(Array.from({ length: 5 }, () => enter(code)));
  const spends = entered.flatMap((one) => (one.kind === 'right' ? [one.spend] : []));
  expect(spends).toHaveLength(5);
  const stored = await Promise.allSettled(spends.map(store));
  expect(stored.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await enter(code)).toEqual({ kind: 'over' });
});

it('it is good for its holder and for what it was given, until its time has passed or the next is given', async () => {
  const { give, enter } = opened();
  const code = await give();
  expect(await enter(code, { ...forClaim, scope: 'decision#another' })).toEqual({ kind: 'over' });
  expect(await enter(code, { ...forClaim, holder: 'person#lee-junho' })).toEqual({ kind: 'over' });
  expect(await enter(code, forClaim, addMinutes(now, 60))).toEqual({ kind: 'over' });
  expect(await enter(code, forClaim, addMinutes(now, 59))).toMatchObject({ kind: 'right' });
  const next = await give();
  if (next !== code) expect(await enter(code)).toMatchObject({ kind: 'wrong' });
  expect(await enter(next)).toMatchObject({ kind: 'right' });
});
