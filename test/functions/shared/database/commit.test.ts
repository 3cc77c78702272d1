import { describe, expect, it } from 'vitest';
import { chainOf, eventsOf, verifyChain } from '../../../../functions/shared/database/audit.ts';
import { committer } from '../../../../functions/shared/database/commit.ts';
import { Conflict } from '../../../../functions/shared/errors.ts';
import type { EventType } from '../../../../functions/shared/names.ts';
import { instantSchema } from '../../../../functions/shared/time.ts';
import { memoryDatabase } from '../../../support/memory/memory-database.ts';

const at = instantSchema.parse('2027-01-29T09:00:00Z');
const thing = (revision: number) => ({ pk: 'thing', revision, state: 'OPEN' });
const event = { subject: 'thing', type: 'ThingChanged' as const, by: 'system:test', at };
const told = { ...event, subject: 'one' };
const mail = { kind: 'mail' as const, template: 'draft-link' as const, to: { person: 'p1' }, ids: {} };

function open() {
  const { db, items } = memoryDatabase();
  return { db, items, commit: committer(db, { audit: 'audit', outbox: 'outbox' }) };
}

describe('a commit', () => {
  it('stores the change, its events and what leaves the system together', async () => {
    const { db, items, commit } = open();
    await commit({
      changes: [{ table: 'requests', put: thing(1), guard: { absent: 'pk' } }],
      events: [event, { ...event, type: 'ThingNoted' }],
      outbox: [mail, mail],
    });
    expect(items('requests')).toHaveLength(1);
    const events = await eventsOf(db, 'audit', 'thing');
    const because = events[0]?.hash.slice(0, 12);
    expect(items('outbox').map(({ id }) => id)).toEqual([{ S: `thing.${because}.0` }, { S: `thing.${because}.1` }]);
    expect(events).toMatchObject([
      { subject: 'thing', number: 1, type: 'ThingChanged', also: [{ type: 'ThingNoted' }] },
    ]);
    expect(verifyChain(events)).toEqual([]);
  });

  it.each([
    ['somebody created it first', { absent: 'pk' }],
    ['somebody changed it first', { revision: 7 }],
    ['it is in another state', { revision: 1, state: 'SETTLED' }],
  ])('stores nothing at all if %s', async (_, guard) => {
    const { items, commit } = open();
    await commit({ changes: [{ table: 'requests', put: thing(1), guard: { absent: 'pk' } }], events: [event] });
    const second = commit({ changes: [{ table: 'requests', put: thing(2), guard }], events: [event], outbox: [mail] });
    await expect(second).rejects.toThrow(Conflict);
    expect(items('requests')).toMatchObject([{ pk: { S: 'thing' }, revision: { N: '1' }, state: { S: 'OPEN' } }]);
    expect(items('requests')).toHaveLength(1);
    expect(items('audit')).toHaveLength(1);
    expect(items('outbox')).toEqual([]);
  });

  it('lets one of many concurrent changes stand', async () => {
    const { items, commit } = open();
    await commit({ changes: [{ table: 'requests', put: thing(1), guard: { absent: 'pk' } }], events: [event] });
    const tries = Array.from({ length: 20 }, () =>
      commit({ changes: [{ table: 'requests', put: thing(2), guard: { revision: 1 } }], events: [event] }),
    );
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(items('audit')).toHaveLength(2);
  });
});

/** Things in a table with and without a sort key, each with the head of its chain as it was read. */
const placed = (pk: string, revision: number, audited?: unknown) => ({ pk, sk: 'thing', revision, audited });

describe('the chains of a commit', () => {
  it('are one for each entity, in which an event has the number of the revision that it made', async () => {
    const { db, commit } = open();
    const both = [
      { table: 'seats', put: placed('one', 1), guard: { absent: 'pk' } },
      { table: 'requests', put: { pk: 'ask', subject: 'one', revision: 1 }, guard: { absent: 'pk' } },
      { table: 'seats', put: placed('other', 1), guard: { absent: 'pk' } },
    ] as const;
    const about = (subject: string, type: EventType) => ({ subject, type, by: 'system:test', at });
    await commit({ changes: both, events: [about('one', 'OneMade'), about('one', 'Asked')] });
    const [first] = await chainOf(db, 'audit', 'one/thing');
    expect(first).toMatchObject({ number: 1, about: 'one', type: 'OneMade' });
    expect(await chainOf(db, 'audit', 'ask')).toMatchObject([{ number: 1, about: 'one', type: 'Asked' }]);
    // Of this one nothing is told: it was part of what happened to the first.
    const [part] = await chainOf(db, 'audit', 'other/thing');
    expect(part).toMatchObject({
      number: 1,
      type: 'OneMade',
      with: { subject: 'one/thing', number: 1, hash: first?.hash },
    });
    expect(part?.about).toBeUndefined();
    expect((await eventsOf(db, 'audit', 'one')).map(({ type }) => type)).toEqual(['OneMade', 'Asked']);
  });

  it('need no reading for what carries the head of its chain', async () => {
    const { db, items, commit } = open();
    const sent: string[] = [];
    db.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          sent.push(commandName ?? '');
          return next(args);
        },
      { step: 'initialize' },
    );
    await commit({ changes: [{ table: 'seats', put: placed('one', 1), guard: { absent: 'pk' } }], events: [told] });
    const head = (await chainOf(db, 'audit', 'one/thing'))[0];
    sent.length = 0;
    const carried = placed('one', 2, { number: head?.number, hash: head?.hash });
    await commit({ changes: [{ table: 'seats', put: carried, guard: { revision: 1 } }], events: [told] });
    expect(sent).toEqual(['TransactWriteItemsCommand']);
    // Without it the chain is asked, and nothing is lost.
    await commit({ changes: [{ table: 'seats', put: placed('one', 3), guard: { revision: 2 } }], events: [told] });
    const chain = await chainOf(db, 'audit', 'one/thing');
    expect(chain.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(verifyChain(chain)).toEqual([]);
    expect(items('seats')).toMatchObject([{ audited: { M: { number: { N: '3' }, hash: { S: chain[2]?.hash } } } }]);
  });

  it('leave out what is written as it was, and go on by number for what has no revisions', async () => {
    const { db, items, commit } = open();
    await commit({ changes: [{ table: 'seats', put: placed('one', 1), guard: { absent: 'pk' } }], events: [told] });
    await commit({ changes: [{ table: 'seats', put: placed('one', 1), guard: { revision: 1 } }], events: [event] });
    await commit({ changes: [], events: [event] });
    expect(await chainOf(db, 'audit', 'one/thing')).toHaveLength(1);
    expect((await chainOf(db, 'audit', 'thing')).map(({ number }) => number)).toEqual([1, 2]);
    expect(items('audit')).toHaveLength(3);
  });
});
