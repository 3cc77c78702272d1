import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import { ownDates } from '../../../functions/rounds/own-dates.ts';
import { type WrittenRound, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { roundsTable } from '../../../functions/rounds/rounds-table.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { demoRound } from '../../../local/demo/demo-round.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { labDraft } from '../../support/rounds/lab.ts';
import { renewalDraft } from '../../support/rounds/lab-renewal.ts';
import { academyRound } from './academy.ts';

/*
 * What code of an earlier release finds of the rounds that were loaded by the code of today. Each release's schema of a
 * round stands in `recorded/`: what it does not know it refuses to read, and a text it tells as it is stored.
 */

const folder = join(import.meta.dirname, 'recorded');
const now = instantSchema.parse('2026-11-25T00:17:00Z');
const releases = readdirSync(folder).map((file) => {
  const { id: _id, ...schema } = z.looseObject({}).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return { release: file.replace('.schema.json', ''), read: z.fromJSONSchema(schema) };
});
const stepsSchema = z.array(z.object({ date: z.string().optional() }));
const storedAs = z.object({ version: z.number(), cancelled: z.unknown().optional() }).loose();

function demo() {
  const checked = checkRound(demoRound(now), Object.fromEntries(forms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round;
}

/** A round with every field that a file may have. */
function everything(): WrittenRound {
  const { admission, ...round } = academyRound();
  if (!admission) throw new Error('the academy has an admission');
  const { documents, residency } = labDraft();
  const consents = round.consents.map((consent) => ({ ...consent, marketing: true as const }));
  return writtenRoundSchema.parse({
    ...round,
    version: 1,
    appeal: { ko: '{firstDay}부터 90일', en: '90 days from {firstDay}' },
    consents,
    documents,
    residency,
    renews: renewalDraft().renews,
    admission: {
      ...admission,
      review: { ...admission.review, departmentsApart: true },
      offer: { ...admission.offer, consents },
    },
    cancelled: { at: now, reason: '예산' },
  });
}

const rounds: readonly (readonly [string, WrittenRound])[] = [
  ['the academy', writtenRoundSchema.parse({ ...academyRound(), version: 1 })],
  ['the demo', writtenRoundSchema.parse({ ...demo(), version: 1 })],
  ['one with every field', everything()],
];

/** What is stored of a version, by loading it or by putting a pointer back from a copy. */
async function stored(round: WrittenRound, again?: number) {
  const memory = memoryDatabase();
  const table = roundsTable(memory.db, 'rounds');
  const commit = committer(memory.db, { audit: 'audit', outbox: 'outbox' });
  const save = (changes: readonly Change[]) =>
    commit({ changes, events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: now }] });
  await save(table.load(round, undefined, undefined));
  if (again) await save(await table.again(round.id, round.version, again));
  const item = memory.plain('rounds').findLast(({ sk }) => sk === `v00000${again ?? round.version}`);
  return { memory, table, item: item ?? {} };
}

describe.each(releases)('a round that is loaded today, as the code of $release reads it', ({ read }) => {
  it.each(rounds)('has its days and no name in braces: %s', async (_name, round) => {
    for (const again of [undefined, 7]) {
      const { item } = await stored(round, again);
      const { version, cancelled, ...draft } = storedAs.parse(item.round);
      expect([version, cancelled]).toEqual([again ?? 1, round.cancelled]);
      expect(read.safeParse(draft).error).toBeUndefined();
      expect(JSON.stringify(draft)).not.toMatch(/\{\w+\}/u);
      const dates = new Map(ownDates(round).map(({ name, date }) => [name, date]));
      expect(stepsSchema.parse(draft.whatHappens).map(({ date }) => date)).toEqual(
        round.whatHappens.map(({ when, date }) => (when ? dates.get(when) : date)),
      );
    }
  });

  it('says in a step what its detail says', async () => {
    const { item } = await stored(writtenRoundSchema.parse({ ...academyRound(), version: 1 }));
    expect(JSON.stringify(item.round)).toContain(
      '접수 마감(18:00). 그 전까지는 제출하신 지원서를 수정하실 수 있습니다.',
    );
  });
});

describe('a round that older code has loaded', () => {
  it('is read by the code of today as that stored it', async () => {
    const { memory, item } = await stored(writtenRoundSchema.parse({ ...academyRound(), version: 1 }));
    const { written: _written, ...older } = item;
    memory.clear();
    await committer(memory.db, { audit: 'audit', outbox: 'outbox' })({
      changes: [{ table: 'rounds', put: older, guard: { absent: 'pk' } }],
      events: [{ subject: 'round', type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    const table = roundsTable(memory.db, 'rounds');
    const read = await table.version(String(older.pk), 1);
    expect(read).toEqual(older.round);
    expect(await table.written(String(older.pk), 1)).toEqual(older.round);
    expect(read && toldRound(read)).toEqual(read);
  });
});
