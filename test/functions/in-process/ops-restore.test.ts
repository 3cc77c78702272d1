import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication } from '../../../functions/applications/application.ts';
import { applicationsTable } from '../../../functions/applications/applications-table.ts';
import { eventsOf, verifyChain } from '../../../functions/shared/audit.ts';
import { committer } from '../../../functions/shared/commit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { continueChains } from '../../../ops/commands/continue-chains.ts';
import { restore } from '../../../ops/commands/restore.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const event = (subject: string) => ({ subject, type: 'MadeByTest' as const, by: 'operator:test', at: now });

describe('an entity that was put back from a copy of its table', () => {
  it('can be changed again, in a chain that says so and verifies; one that did not change is left alone', async () => {
    const memory = memoryDatabase();
    const { db } = memory;
    const commit = committer(db, { audit: memoryTables.AUDIT_TABLE, outbox: memoryTables.OUTBOX_TABLE });
    const table = memoryTables.APPLICATIONS_TABLE;
    const applications = applicationsTable(db, table);
    const begun = { roundId: 'r', roundVersion: 1, lang: 'ko' as const, email: 'one@example.com', now, closesAt: now };
    const change = async (reference: string, name: string) => {
      const was = await applications.get(reference);
      if (!was) throw new Error(`there is no ${reference}`);
      await commit({
        changes: [applications.save(changedApplication(was, now, { name }), was)],
        events: [event(reference)],
      });
    };
    for (const reference of ['changed', 'lost', 'same']) {
      const made = newApplication({ ...begun, reference });
      await commit({ changes: [applications.create(made)], events: [event(reference)] });
    }
    const copy = memory.plain('applications');
    for (const name of ['one', 'two']) await change('changed', name);
    await change('lost', 'one');
    await db.send(new DeleteCommand({ TableName: table, Key: { pk: 'lost', sk: 'application' } }));
    for (const Item of copy) await db.send(new PutCommand({ TableName: table, Item }));
    await expect(change('changed', 'anew')).rejects.toThrow('somebody was first');

    const given = { db, tables: memoryTables, commit, by: 'operator:test', now: () => now };
    const put = () => continueChains(given, { table, copy: 'the copy', items: memory.plain('applications') });
    expect((await put()).toSorted()).toEqual(['changed/application: events 2 to 3', 'lost/application: events 2 to 2']);
    expect(await put()).toEqual([]);
    for (const reference of ['changed', 'lost', 'same']) await change(reference, 'anew');
    const chain = await eventsOf(db, memoryTables.AUDIT_TABLE, 'changed/application');
    expect(chain.map(({ number, type }) => [number, type]).slice(2)).toEqual([
      [3, 'MadeByTest'],
      [4, 'EntityPutBack'],
      [5, 'MadeByTest'],
    ]);
    expect(verifyChain(chain)).toEqual([]);
    expect((await applications.get('same'))?.revision).toBe(2);
  });
});

describe('a table that is never put back', () => {
  it.each(['passkeys', 'proofs'])('is %s: what was taken back would be good again', async (table) => {
    const { db } = memoryDatabase();
    const context = {
      ...wire(memoryTables, db),
      db,
      tables: memoryTables,
      named: (name: string) => name,
      by: 'operator:test',
      now: () => now,
      flags: { stage: 'test', yes: true, force: false },
    };
    await expect(restore(context, table, 'a copy')).rejects.toThrow(`The table ${table} is not put back`);
  });
});
