import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { openRequest } from '../../support/requests/requests.ts';

let memory: ReturnType<typeof memoryDatabase>;
let deps: ReturnType<typeof wire>;
beforeEach(() => {
  memory = memoryDatabase();
  deps = wire(memoryTables, memory.db);
});

const review = (id: string, change: Partial<Parameters<typeof openRequest>[0]> = {}): PersonRequest =>
  openRequest({
    id,
    askKey: id,
    subject: `subject-${id}`,
    kind: 'review',
    outcomes: ['SENT'],
    callback: undefined,
    plan: { within: 5, remindAfter: [1, 3], lapses: true },
    ...change,
  });
const store = async (requests: readonly PersonRequest[]) => {
  for (const request of requests) {
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject: request.id, type: 'RequestOpened', by: 'system:test', at: request.openedAt }],
    });
  }
};
const lapsed: string[] = [];
const chase = (written: string, given: Partial<typeof deps> = {}) =>
  chaseRequests(
    {
      ...deps,
      ...given,
      lapse: {
        review: async ({ id }) => {
          lapsed.push(id);
        },
      },
    },
    instantSchema.parse(written),
  );
const messages = () => memory.items('outbox').map(({ errand }) => JSON.stringify(errand));
const many = (count: number, change: Parameters<typeof review>[1] = {}, prefix = 'r') =>
  Array.from({ length: count }, (_, index) => review(`${prefix}${index}`, change));

describe('reviews that are due together', () => {
  it('are reminded of in one mail a reviewer and round, however many they are', async () => {
    await store([
      ...many(130),
      ...many(3, { assignee: { person: 'suho' } }, 's'),
      ...many(2, { context: 'lab-2027' }, 'l'),
    ]);
    expect(await chase('2027-01-12T09:00:00Z')).toMatchObject({ reminded: 135, failed: [] });
    expect(messages()).toHaveLength(3);
    expect(messages().every((message) => message.includes('reviews-reminder'))).toBe(true);
    expect(messages().filter((message) => message.includes('lab-2027'))).toHaveLength(1);
    expect(await chase('2027-01-12T09:05:00Z')).toMatchObject({ reminded: 0 });
  });

  it('are reminded of though one that waits for the same reviewer cannot be read', async () => {
    await store(many(3));
    const [first] = many(1);
    await deps.commit({
      changes: [
        { table: 'requests', put: { pk: 'r0', ...first, held: 'nobody can read this' }, guard: { unguarded: true } },
      ],
      events: [
        { subject: 'r0', type: 'MadeByTest', by: 'system:test', at: instantSchema.parse('2027-01-11T02:00:00Z') },
      ],
    });
    expect(await chase('2027-01-12T09:00:00Z')).toMatchObject({ reminded: 2, failed: [{ request: 'r0' }] });
    expect(messages()).toHaveLength(1);
  });

  it('are reminded of once more at the next time, and then lapse one by one', async () => {
    await store(many(3));
    await chase('2027-01-12T09:00:00Z');
    expect(await chase('2027-01-14T09:00:00Z')).toMatchObject({ reminded: 3 });
    expect(messages()).toHaveLength(2);
    expect(await chase('2027-01-18T09:00:00Z')).toMatchObject({ lapsed: 3 });
    expect(lapsed.sort()).toEqual(['r0', 'r1', 'r2']);
  });

  it('are reminded of in one mail all the same if a pass failed midway', async () => {
    await store(many(60));
    let commits = 0;
    const commit: typeof deps.commit = async (what) => {
      commits += 1;
      if (commits === 2) throw new Error('interrupted');
      await deps.commit(what);
    };
    const report = await chase('2027-01-12T09:00:00Z', { commit });
    expect(report).toMatchObject({ reminded: 45, failed: [{ error: 'Error' }] });
    expect(messages()).toEqual([]);
    expect(await chase('2027-01-12T09:05:00Z')).toMatchObject({ reminded: 15 });
    expect(messages()).toHaveLength(1);
  });
});
