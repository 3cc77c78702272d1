import { describe, expect, it } from 'vitest';
import { eventsOf, verifyChain } from '../../../functions/shared/audit.ts';
import { committer } from '../../../functions/shared/commit.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory-database.ts';

const at = instantSchema.parse('2027-01-29T09:00:00Z');
const thing = (revision: number) => ({ pk: 'thing', revision, state: 'OPEN' });
const event = { subject: 'thing', type: 'ThingChanged' as const, by: 'system:test', at };
const mail = { kind: 'mail' as const, template: 'note' as const, to: { person: 'p1' }, ids: {} };

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
    expect(items('outbox').map(({ id }) => id)).toEqual([{ S: 'thing.1.0' }, { S: 'thing.1.1' }]);
    const events = await eventsOf(db, 'audit', 'thing');
    expect(events.map(({ number, type }) => [number, type])).toEqual([
      [1, 'ThingChanged'],
      [2, 'ThingNoted'],
    ]);
    expect(verifyChain(events)).toEqual([]);
  });

  it.each([
    ['somebody created it first', { absent: 'pk' }],
    ['somebody changed it first', { revision: 7 }],
    ['it is in another state', { revision: 1, state: 'SETTLED' }],
  ])('stores nothing at all where %s', async (_, guard) => {
    const { items, commit } = open();
    await commit({ changes: [{ table: 'requests', put: thing(1), guard: { absent: 'pk' } }], events: [event] });
    const second = commit({ changes: [{ table: 'requests', put: thing(2), guard }], events: [event], outbox: [mail] });
    await expect(second).rejects.toThrow(Conflict);
    expect(items('requests')).toEqual([{ pk: { S: 'thing' }, revision: { N: '1' }, state: { S: 'OPEN' } }]);
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
