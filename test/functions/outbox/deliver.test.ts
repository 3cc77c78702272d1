import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Carriers,
  type Delivery,
  type DeliveryReport,
  deliver,
  deliverAll,
  PerhapsDone,
} from '../../../functions/outbox/deliver.ts';
import {
  backOffMinutes,
  entrySchema,
  newEntry,
  type StoredErrand,
  secondCopyPossible,
} from '../../../functions/outbox/entry.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { tries } from '../../../functions/shared/tries.ts';
import { memoryOutbox } from '../../support/memory/memory-outbox.ts';

const start = instantSchema.parse('2027-01-11T01:00:00Z');
const mail: StoredErrand = { kind: 'mail', template: 'application-received', to: { applicant: 'A' }, ids: {} };

let now: Instant;
let outbox: ReturnType<typeof memoryOutbox>;
let reports: DeliveryReport[];
let told: string[];
let sent: number;
let behave: () => Promise<Delivery>;
let turn: () => Promise<boolean>;

beforeEach(() => {
  now = start;
  outbox = memoryOutbox(newEntry(mail, 'one', start));
  reports = [];
  told = [];
  sent = 0;
  behave = async () => ({ kind: 'done', note: 'm-1' });
  turn = async () => true;
});

const carry = () => {
  sent += 1;
  return behave();
};
const carriers: Carriers = { mail: carry, start: carry, resume: carry };
const dependencies = () => ({
  outbox,
  carriers,
  turn: () => turn(),
  clock: () => now,
  report: (what: DeliveryReport) => void reports.push(what),
  tellOperators: async (_: unknown, error: string) => void told.push(error),
});
const run = (id = 'one') => deliver(dependencies(), id, now);
const shift = (lanes: number) => ({ lanes, waitUntil: now, beginUntil: addMinutes(now, 1) });
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

  it('is given up at once where it can never be done, and dropped without a word where it is pointless', async () => {
    behave = async () => ({ kind: 'refused', error: 'AddressHasBounced' });
    await run();
    expect([told, (await entry()).state]).toEqual([['AddressHasBounced'], 'FAILED']);
    outbox = memoryOutbox(newEntry(mail, 'one', start));
    behave = async () => ({ kind: 'dropped', why: 'settled meanwhile' });
    await run();
    expect([told.length, (await entry()).state]).toEqual([1, 'DROPPED']);
  });

  it('stays open where the operators could not be told that it was given up', async () => {
    behave = async () => ({ kind: 'refused', error: 'AddressHasBounced' });
    const failing = { ...dependencies(), tellOperators: () => Promise.reject(new Error('no table')) };
    await deliver(failing, 'one', now);
    expect((await entry()).state).toBe('PENDING');
  });

  it('counts a second copy only where a try ended without a word, or perhaps with success', async () => {
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
    const claimed = await outbox.claim('one', now);
    expect(claimed?.state).toBe('SENDING');
    now = addMinutes(start, 1);
    await run();
    expect(sent).toBe(0);
    now = addMinutes(start, 3);
    await run();
    expect(reports).toMatchObject([{ result: 'done', secondCopyPossible: true }]);
  });

  it('keeps none of the others waiting where it fails', async () => {
    outbox = memoryOutbox(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => newEntry(mail, id, start)));
    const claim = outbox.claim;
    const broken = {
      ...outbox,
      claim: (id: string, at: Instant) => (id === 'b' ? Promise.reject(new Error('x')) : claim(id, at)),
    };
    await deliverAll({ ...dependencies(), outbox: broken }, ['a', 'b', 'c', 'd', 'e', 'f', 'gone'], shift(4));
    expect(
      reports
        .filter(({ result }) => result === 'done')
        .map((report) => report.entry)
        .sort(),
    ).toEqual(['a', 'c', 'd', 'e', 'f']);
  });
});

describe('an entry that gets no turn', () => {
  it('is due again at once as if it had not been tried, however often that happens, and is then sent', async () => {
    behave = () => Promise.reject(new RangeError('throttled'));
    await run();
    now = addMinutes(now, 1);
    turn = async () => false;
    for (let time = 0; time < 2 * tries.outboxEntry; time += 1) {
      await run();
      now = addMinutes(now, 5);
      expect(await outbox.due(now)).toEqual(['one']);
    }
    expect(await entry()).toMatchObject({ state: 'PENDING', attempts: 1, failures: 1, note: 'RangeError' });
    turn = async () => true;
    behave = async () => ({ kind: 'done', note: 'm-1' });
    await run();
    expect([sent, told, (await entry()).state]).toEqual([2, [], 'DONE']);
    expect(reports.filter(({ result }) => result === 'put off')).toHaveLength(1);
    expect(reports.at(-1)).toMatchObject({ result: 'done', secondCopyPossible: false });
  });

  it('ends its lane, and what nobody took up stays due', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    outbox = memoryOutbox(...ids.map((id) => newEntry(mail, id, start)));
    let turns = 0;
    turn = async () => {
      turns += 1;
      return turns <= 3;
    };
    expect(await deliverAll(dependencies(), ids, shift(2))).toBe(false);
    expect([sent, turns]).toEqual([3, 5]);
    expect(await outbox.due(now)).toHaveLength(3);
    turn = async () => true;
    expect(await deliverAll(dependencies(), ids, shift(2))).toBe(true);
    expect([sent, await outbox.due(now)]).toEqual([6, []]);
  });

  it('is put off as after any fault where the turns themselves cannot be had', async () => {
    turn = () => Promise.reject(new RangeError('no table'));
    await run();
    expect(sent).toBe(0);
    expect(await entry()).toMatchObject({ state: 'PENDING', attempts: 1, failures: 1, note: 'RangeError' });
  });
});

describe('a worker whose time is up', () => {
  it('begins no further entry, and says that some are left', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    outbox = memoryOutbox(...ids.map((id) => newEntry(mail, id, start)));
    behave = async () => {
      now = addMinutes(now, 0.2);
      return { kind: 'done', note: 'm-1' };
    };
    expect(await deliverAll(dependencies(), ids, shift(1))).toBe(false);
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
