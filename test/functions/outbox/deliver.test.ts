import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Delivery,
  type DeliveryReport,
  deliver,
  deliverAll,
  type GivenUp,
  type MessageHandlers,
  PerhapsDone,
} from '../../../functions/outbox/deliver.ts';
import {
  backOffMinutes,
  deferralMinutes,
  dueIn,
  entrySchema,
  newEntry,
  type StoredMessage,
  secondCopyPossible,
} from '../../../functions/outbox/entry.ts';
import type { OutboxTable } from '../../../functions/outbox/outbox-table.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { tries } from '../../../functions/shared/tries.ts';
import { memoryOutbox } from '../../support/memory/memory-outbox.ts';

const start = instantSchema.parse('2027-01-11T01:00:00Z');
const mail: StoredMessage = { kind: 'mail', template: 'application-received', to: { applicant: 'A' }, ids: {} };

let now: Instant;
let memory: ReturnType<typeof memoryOutbox>;
let outbox: OutboxTable;
let reports: DeliveryReport[];
let told: string[];
let sent: number;
let behave: () => Promise<Delivery>;
let slot: () => Promise<boolean>;

/** An outbox with these entries, and nothing else. */
const stored = (...ids: readonly string[]): void => {
  memory = memoryOutbox();
  outbox = memory.table;
  for (const id of ids) memory.add(mail, id, start);
};

beforeEach(() => {
  now = start;
  stored('one');
  reports = [];
  told = [];
  sent = 0;
  behave = async () => ({ kind: 'done', note: 'm-1' });
  slot = async () => true;
  handlers.mail = handle;
});

const handle = () => {
  sent += 1;
  return behave();
};
const handlers: { -readonly [Kind in keyof MessageHandlers]: MessageHandlers[Kind] } = {
  mail: handle,
  start: handle,
  resume: handle,
};
const dependencies = () => ({
  outbox,
  handlers,
  slot: () => slot(),
  isFull: () => false,
  bucketOf: () => 'receipt' as const,
  clock: () => now,
  report: (what: DeliveryReport) => void reports.push(what),
  tellOperators: async ({ error }: GivenUp) => void told.push(error),
});
const run = (id = 'one') => deliver(dependencies(), id, now);
const limits = (concurrency: number) => ({ concurrency, waitUntil: now, beginUntil: addMinutes(now, 1) });
const entry = async () => entrySchema.parse(await outbox.get('one'));

describe('an outbox entry', () => {
  it('is delivered once, however often it is tried', async () => {
    for (let time = 0; time < 5; time += 1) await run();
    expect(sent).toBe(1);
    expect(await entry()).toMatchObject({ state: 'DONE', note: 'm-1', attempts: 1 });
    expect(reports).toMatchObject([{ result: 'done', secondCopyPossible: false }]);
  });

  it('waits longer after each failure, about a day in all, and is given up with word to the operators', async () => {
    behave = () => Promise.reject(new RangeError('throttled'));
    const waited: number[] = [];
    for (let attempt = 1; attempt <= tries.outboxEntry; attempt += 1) {
      await run();
      const { nextAttemptAt } = await entry();
      waited.push((Date.parse(nextAttemptAt) - Date.parse(now)) / 60_000);
      now = nextAttemptAt;
    }
    expect(waited.slice(0, -1)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]);
    expect(sent).toBe(tries.outboxEntry);
    expect(told).toEqual(['RangeError']);
    expect(await entry()).toMatchObject({ state: 'FAILED', note: 'RangeError' });
    now = addMinutes(now, 10_000);
    await run();
    expect(sent).toBe(tries.outboxEntry);
  });

  it('is not tried before its time', async () => {
    behave = () => Promise.reject(new RangeError('throttled'));
    await run();
    now = addMinutes(start, 0.9);
    await run();
    expect(sent).toBe(1);
  });

  it('is given up at once if it can never be done, and dropped without a word if it is pointless', async () => {
    behave = async () => ({ kind: 'refused', error: 'AddressHasBounced' });
    await run();
    expect([told, (await entry()).state]).toEqual([['AddressHasBounced'], 'FAILED']);
    stored('one');
    behave = async () => ({ kind: 'dropped', why: 'settled meanwhile' });
    await run();
    expect([told.length, (await entry()).state]).toEqual([1, 'DROPPED']);
  });

  it('stays open if the operators could not be told that it was given up', async () => {
    behave = async () => ({ kind: 'refused', error: 'AddressHasBounced' });
    const failing = { ...dependencies(), tellOperators: () => Promise.reject(new Error('no table')) };
    await deliver(failing, 'one', now);
    expect((await entry()).state).toBe('PENDING');
  });

  it('counts a second copy only if a try ended without a word, or perhaps with success', async () => {
    behave = () => Promise.reject(new RangeError('throttled'));
    await run();
    now = addMinutes(now, 1);
    behave = () => Promise.reject(new PerhapsDone(new TypeError('socket hang up')));
    await run();
    now = addMinutes(now, 2);
    behave = async () => ({ kind: 'done', note: 'm-2' });
    await run();
    expect(reports.map((report) => report.secondCopyPossible)).toEqual([false, false, true]);
  });

  it('is taken up again when its worker died, and only after its lease', async () => {
    expect(await outbox.lease('one', now)).toMatchObject({ kind: 'entry', entry: { state: 'SENDING' } });
    now = addMinutes(start, 1);
    await run();
    expect(sent).toBe(0);
    now = addMinutes(start, 3);
    await run();
    expect(reports).toMatchObject([{ result: 'done', secondCopyPossible: true }]);
  });

  it('keeps none of the others waiting if it fails', async () => {
    stored('a', 'b', 'c', 'd', 'e', 'f');
    const lease = outbox.lease;
    const broken = {
      ...outbox,
      lease: (id: string, at: Instant) => (id === 'b' ? Promise.reject(new Error('x')) : lease(id, at)),
    };
    await deliverAll({ ...dependencies(), outbox: broken }, ['a', 'b', 'c', 'd', 'e', 'f', 'gone'], limits(4));
    expect(
      reports
        .filter(({ result }) => result === 'done')
        .map((report) => report.entry)
        .sort(),
    ).toEqual(['a', 'c', 'd', 'e', 'f']);
  });
});

describe('an entry that gets no slot', () => {
  it('is due again at once as if it had not been tried, however often that happens, and is then sent', async () => {
    behave = () => Promise.reject(new RangeError('throttled'));
    await run();
    now = addMinutes(now, 1);
    slot = async () => false;
    for (let time = 0; time < 2 * tries.outboxEntry; time += 1) {
      await run();
      now = addMinutes(now, 5);
      expect(await outbox.due('receipt', now)).toHaveLength(1);
    }
    expect(await entry()).toMatchObject({ state: 'PENDING', attempts: 1, failures: 1, note: 'RangeError' });
    slot = async () => true;
    behave = async () => ({ kind: 'done', note: 'm-1' });
    await run();
    expect([sent, told, (await entry()).state]).toEqual([2, [], 'DONE']);
    expect(reports.filter(({ result }) => result === 'put off')).toHaveLength(1);
    expect(reports.at(-1)).toMatchObject({ result: 'done', secondCopyPossible: false });
  });

  it('ends its worker, and what nobody took up stays due', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    stored(...ids);
    let slots = 0;
    slot = async () => {
      slots += 1;
      return slots <= 3;
    };
    expect((await deliverAll(dependencies(), ids, limits(2))).left).toHaveLength(3);
    expect([sent, slots]).toEqual([3, 5]);
    const due = async () => [...(await outbox.due('due', now)), ...(await outbox.due('receipt', now))];
    expect(await due()).toHaveLength(3);
    slot = async () => true;
    expect((await deliverAll(dependencies(), ids, limits(2))).left).toEqual([]);
    expect([sent, await due()]).toEqual([6, []]);
  });

  it('is tried again later, as after any fault, if the slots themselves cannot be had', async () => {
    slot = () => Promise.reject(new RangeError('no table'));
    await run();
    expect(sent).toBe(0);
    expect(await entry()).toMatchObject({ state: 'PENDING', attempts: 1, failures: 1, note: 'RangeError' });
  });
});

describe('an entry that met a state which will pass', () => {
  it('is deferred as often as it takes, without a try counted, and sent soon after the state has passed', async () => {
    behave = async () => ({ kind: 'deferred', why: 'IdentityUnverified' });
    const waited: number[] = [];
    for (let time = 0; time < 3 * tries.outboxEntry; time += 1) {
      await run();
      const { nextAttemptAt } = await entry();
      waited.push((Date.parse(nextAttemptAt) - Date.parse(now)) / 60_000);
      now = nextAttemptAt;
    }
    now = addMinutes(now, -1);
    await run();
    await outbox.enqueue('one', 'receipt', start);
    now = addMinutes(now, 1);
    expect(waited.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 16]);
    expect(Math.max(...waited)).toBe(deferralMinutes(Number.MAX_SAFE_INTEGER));
    expect(await entry()).toMatchObject({ state: 'PENDING', attempts: 0, failures: 0, note: 'IdentityUnverified' });
    behave = async () => ({ kind: 'done', note: 'm-1' });
    await run();
    expect([told, (await entry()).state]).toEqual([[], 'DONE']);
    expect(reports.at(-1)).toMatchObject({ result: 'done', secondCopyPossible: false });
    expect(reports.filter(({ result }) => result === 'deferred')).toHaveLength(3 * tries.outboxEntry);
  });
});

describe('an entry that cannot be read', () => {
  const tryOn = async (id: string): Promise<number> => {
    let times = 0;
    for (; times < 20 && memory.items().some((item) => item.id === id && item.due !== undefined); times += 1) {
      await deliverAll(dependencies(), [id], limits(1));
      now = addMinutes(now, 300);
    }
    return times;
  };
  const written = { ...newEntry(mail, 'odd', start) };

  it.each([
    [
      'of a kind that this code does not know',
      { ...written, errand: { kind: 'fax', number: '02' } },
      tries.outboxEntry,
    ],
    ['of another shape', { ...written, errand: 'a mail' }, tries.outboxEntry],
    ['of a time that is none', { ...written, createdAt: 'yesterday' }, tries.outboxEntry],
    ['without a number of failures', { ...written, failures: 'none' }, tries.outboxEntry],
    ['whose attempts are no number', { ...written, attempts: 'many' }, 1],
    ['in a state that there is not', { ...written, state: 'WAITING' }, 1],
    ['without a state', { id: 'odd', due: dueIn('due', 'odd'), nextAttemptAt: start }, 1],
    ['that is being sent under no lease', { ...written, state: 'SENDING' }, 1],
  ])('%s uses up its tries, is given up, and the operators are told once', async (_, item, times) => {
    memory.put(item);
    expect(await tryOn('odd')).toBe(times);
    expect([sent, told]).toEqual([0, ['EntryUnreadable']]);
    expect(memory.items().find(({ id }) => id === 'odd')).toMatchObject({ state: 'FAILED', note: 'EntryUnreadable' });
    expect(reports.at(-1)).toMatchObject({ entry: 'odd', kind: 'unknown', result: 'given up' });
  });
});

describe('a worker that hangs', () => {
  it('before it sends has lost its lease: one copy leaves, and nothing of its entry is touched', async () => {
    const hang: MessageHandlers['mail'] = async (_, { entry: held, holds }) => {
      if (held.attempts === 1) {
        now = addMinutes(now, 121 / 60);
        await deliver(dependencies(), 'one', now);
      }
      return (await holds()) ? handle() : { kind: 'lost' };
    };
    handlers.mail = hang;
    await run();
    expect(sent).toBe(1);
    expect(await entry()).toMatchObject({ state: 'DONE', attempts: 2 });
    expect(reports.map(({ result }) => result)).toEqual(['done', 'lease lost']);
  });

  it('until its lease is nearly over sends nothing either, even if nobody else has come', async () => {
    handlers.mail = async (_, { holds }) => {
      now = addMinutes(now, 1.9);
      return (await holds()) ? handle() : { kind: 'lost' };
    };
    await run();
    expect([sent, reports.at(-1)?.result]).toEqual([0, 'lease lost']);
    handlers.mail = handle;
    now = addMinutes(now, 1);
    await run();
    expect([sent, (await entry()).state]).toEqual([1, 'DONE']);
  });
});

describe('a worker whose time is up', () => {
  it('begins no further entry, and says that some are left', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    stored(...ids);
    behave = async () => {
      now = addMinutes(now, 0.2);
      return { kind: 'done', note: 'm-1' };
    };
    expect(await deliverAll(dependencies(), ids, limits(1))).toEqual({ left: ['f'], elsewhere: [] });
    expect(sent).toBe(5);
    expect((await outbox.get('f'))?.attempts).toBe(0);
  });
});

describe('the numbers of an entry', () => {
  it('never wait less after more failures, nor longer than four hours', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), (attempts) => {
        expect(backOffMinutes(attempts + 1)).toBeGreaterThanOrEqual(backOffMinutes(attempts));
        expect(backOffMinutes(attempts)).toBeLessThanOrEqual(240);
      }),
    );
  });

  it('spread what is due over eight shards', () => {
    const shards = Array.from({ length: 400 }, (_, index) => newEntry(mail, `A-27H1-${index}.1.0`, start).due);
    expect(new Set(shards).size).toBe(8);
  });

  it('tell a first try from a second copy', () => {
    const first = { ...newEntry(mail, 'one', start), attempts: 1 };
    expect(secondCopyPossible(first)).toBe(false);
    expect(secondCopyPossible({ ...first, attempts: 3, failures: 2 })).toBe(false);
    expect(secondCopyPossible({ ...first, attempts: 3, failures: 1 })).toBe(true);
  });
});
