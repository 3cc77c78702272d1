import { BatchWriteCommand, DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication } from '../../../functions/applications/application.ts';
import { applicationsTable } from '../../../functions/applications/applications-table.ts';
import { nothingTyped } from '../../../functions/applications/draft-items.ts';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import { eventsOf, verifyChain } from '../../../functions/shared/database/audit.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
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

describe('restoring a table', () => {
  const reference = 'A-27H1-7K3Q-9MX4';
  const made = async () => {
    const memory = memoryDatabase();
    const wired = wire(memoryTables, memory.db);
    const context = {
      ...wired,
      db: memory.db,
      tables: memoryTables,
      named: (name: string) => name,
      by: 'operator:test',
      now: () => now,
      flags: { stage: 'test', yes: true, force: false },
    };
    const begun = { roundId: 'r', roundVersion: 1, lang: 'ko' as const, email: 'one@example.com', now, closesAt: now };
    const application = newApplication({ ...begun, reference });
    const words = { typed: { why: { motivation: ['하나'] } }, savedAt: now, saves: 1, changed: {}, forms: {} };
    await context.commit({
      changes: [
        context.applications.create(application),
        context.applications.putDraft(application, words, nothingTyped),
      ],
      events: [event(reference)],
    });
    return { memory, context };
  };
  /** The commands of a database, of whose tables one has a copy as it is at this moment. */
  const withCopy = ({ memory, context }: Awaited<ReturnType<typeof made>>, table: string, copy: string) => {
    const before = memory.fork();
    const send = async (command: ScanCommand | BatchWriteCommand): Promise<unknown> => {
      if (command instanceof ScanCommand && command.input.TableName === copy) {
        return before.db.send(new ScanCommand({ ...command.input, TableName: table }));
      }
      if (!(command instanceof BatchWriteCommand)) {
        return Reflect.apply(memory.db.send.bind(memory.db), memory.db, [command]);
      }
      for (const [TableName, writes] of Object.entries(command.input.RequestItems ?? {})) {
        for (const { PutRequest, DeleteRequest } of writes) {
          if (PutRequest) await memory.db.send(new PutCommand({ TableName, Item: PutRequest.Item }));
          if (DeleteRequest) await memory.db.send(new DeleteCommand({ TableName, Key: DeleteRequest.Key }));
        }
      }
      return {};
    };
    const db = new Proxy(memory.db, { get: (of, name) => (name === 'send' ? send : Reflect.get(of, name)) });
    return { ...context, db };
  };

  it('does not bring back who was erased since the copy', async () => {
    const at = await made();
    const context = withCopy(at, 'applications', 'applications-0111');
    await eraseApplication({ ...context, erasing: [] }, reference, { by: 'operator:test', reason: 'asked' }, now);
    const other = newApplication({
      roundId: 'r',
      roundVersion: 1,
      lang: 'ko',
      email: 'two@example.com',
      now,
      closesAt: now,
      reference: 'A-27H1-0000-000G',
    });
    await context.commit({ changes: [context.applications.create(other)], events: [event(other.reference)] });
    await restore(context, 'applications', 'applications-0111');
    expect(await context.applications.get(reference)).toMatchObject({ erasedAt: now });
    expect((await context.applications.draft(reference)).typed).toEqual({});
    expect(JSON.stringify(at.memory.plain('applications'))).not.toMatch(/하나|one@example.com/u);
    expect(await context.applications.get(other.reference), 'what came since goes').toBeUndefined();
  });

  it('leaves what others have of who was erased as it is, too', async () => {
    const at = await made();
    const request = (reason: string) => ({ pk: 'r-1', subject: reference, reason });
    await at.memory.db.send(new PutCommand({ TableName: 'requests', Item: request('words about them') }));
    const context = withCopy(at, 'requests', 'requests-0111');
    await at.memory.db.send(new PutCommand({ TableName: 'requests', Item: request('') }));
    await eraseApplication(
      { ...context, requests: { ...context.requests, ofSubject: async () => [] }, erasing: [] },
      reference,
      { by: 'operator:test', reason: 'asked' },
      now,
    );
    await restore(context, 'requests', 'requests-0111');
    expect(at.memory.plain('requests')).toEqual([request('')]);
  });

  it.each(['requests-0111', 'requests', 'applications', 'applicationsof-another'])(
    'takes no table for a copy that is another one (%s)',
    async (copy) => {
      const { memory, context } = await made();
      const before = memory.plain('applications');
      await expect(restore(context, 'applications', copy)).rejects.toThrow(`${copy} is no copy of applications`);
      expect(memory.plain('applications')).toEqual(before);
    },
  );
});
