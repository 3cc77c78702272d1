import { beforeEach, describe, expect, it } from 'vitest';
import { dueIn, newEntry, type Queue, type StoredMessage } from '../../../functions/outbox/entry.ts';
import { lateness } from '../../../functions/outbox/lateness.ts';
import { lateAfterMinutes, mailClasses } from '../../../functions/outbox/mail-classes.ts';
import { type SweepDependencies, sweep } from '../../../functions/outbox/sweep.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryOutbox } from '../../support/memory/memory-outbox.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const end = addMinutes(now, 4);
const mail: StoredMessage = { kind: 'mail', template: 'waitlisted', to: { applicant: 'A' }, ids: {} };
const start: StoredMessage = { kind: 'start', machine: 'm', name: 'r', reference: 'r' };

let outbox: ReturnType<typeof memoryOutbox>;
let sent: string[];
/** Until when a sweep said that it is at work, or that it is not. */
let awake: (Instant | 'asleep')[];
let oldest: [Queue, number][];
beforeEach(() => {
  outbox = memoryOutbox();
  sent = [];
  awake = [];
  oldest = [];
});

const deps = (more: Partial<SweepDependencies> = {}): SweepDependencies => ({
  outbox: outbox.table,
  clock: () => now,
  bucketOf: () => 'mass',
  isFull: () => false,
  slot: async () => true,
  handlers: {
    mail: async (_, { entry }) => {
      sent.push(entry.id);
      return { kind: 'done', note: '' };
    },
    start: async ({ name }) => {
      sent.push(name);
      return { kind: 'done', note: '' };
    },
    resume: async () => ({ kind: 'done', note: '' }),
  },
  report: () => undefined,
  tellOperators: async () => undefined,
  sleep: async () => undefined,
  workers: () => 2,
  setAwake: async (until) => void awake.push(until),
  setAsleep: async () => void awake.push('asleep'),
  unsaid: () => undefined,
  fellBehind: () => undefined,
  oldest: (queue, seconds) => void oldest.push([queue, seconds]),
  flush: () => undefined,
  ...more,
});

describe('a sweep', () => {
  it('tells how long the oldest of each queue has been due, and nothing of a queue that is empty', async () => {
    outbox.add(mail, 'a', addMinutes(now, -2));
    outbox.add(mail, 'b', addMinutes(now, -7));
    outbox.put({ ...newEntry(mail, 'c', addMinutes(now, -30)), due: dueIn('mass', 'c') });
    outbox.add(start, 'd', addMinutes(now, -1));
    await sweep(deps(), end);
    expect(new Map(oldest)).toEqual(
      new Map([
        ['start', 60],
        ['mass', 1800],
        ['due', 420],
      ]),
    );
    expect(sent.sort()).toEqual(['a', 'b', 'c', 'r']);
  });

  it('says that it is at work while it is, so that nobody calls another one', async () => {
    outbox.add(mail, 'a', now);
    await sweep(deps(), end);
    expect([awake[0], awake.at(-1)]).toEqual([addMinutes(now, 1), 'asleep']);
    awake = [];
    expect(await sweep(deps(), end)).toEqual({ taken: 0, behind: false });
    expect(awake).toEqual(['asleep']);
  });

  it('says so again as long as it is, and never far ahead: one that dies is not relied on for minutes', async () => {
    let time = now;
    const said: number[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) outbox.put({ ...newEntry(mail, id, now), due: dueIn('mass', id) });
    const slot = async () => {
      time = addMinutes(time, 15 / 60);
      return true;
    };
    const setAwake = async (until: Instant) => void said.push((Date.parse(until) - Date.parse(time)) / 1000);
    await sweep(deps({ clock: () => time, slot, setAwake, workers: () => 1 }), addMinutes(now, 2));
    expect([said, awake]).toEqual([[60, 60, 60], ['asleep']]);
  });

  it('delivers though it cannot say that it is at work, and no entry loses a try by that', async () => {
    outbox.add(mail, 'a', now);
    outbox.put({ ...newEntry(mail, 'b', now), due: dueIn('mass', 'b') });
    const reported: string[] = [];
    const unsaid: string[] = [];
    const swept = await sweep(
      deps({
        setAwake: () => Promise.reject(new Error('throttled')),
        setAsleep: () => Promise.reject(new Error('throttled')),
        unsaid: (error) => void unsaid.push(error),
        report: ({ result }) => void reported.push(result),
      }),
      end,
    );
    expect([swept, sent.sort(), reported]).toEqual([{ taken: 2, behind: false }, ['a', 'b'], ['done', 'done']]);
    expect(unsaid).toEqual(['Error', 'Error']);
  });

  it('takes what was left to it in its last moment, by somebody who saw it at work', async () => {
    outbox.add(mail, 'a', now);
    const setAsleep = async () => {
      if (awake.length === 1) outbox.put({ ...newEntry(mail, 'late', now), due: dueIn('receipt', 'late') });
      awake.push('asleep');
    };
    await sweep(deps({ setAsleep }), end);
    expect(sent).toEqual(['a', 'late']);
    expect(awake.at(-1)).toBe('asleep');
  });

  it.each(['before it found anything', 'after its work'])(
    'takes it though the index shows it a moment later (left %s)',
    async (when) => {
      let time = now;
      const shownAt = new Map<string, Instant>();
      const leave = (id: string) => {
        outbox.put({ ...newEntry(mail, id, now), due: dueIn('receipt', id) });
        shownAt.set(id, addMinutes(time, 0.3 / 60));
      };
      if (when === 'after its work') outbox.add(mail, 'a', now);
      const setAsleep = async () => {
        if (!shownAt.has('late')) leave('late');
        awake.push('asleep');
      };
      const lagging = {
        ...outbox.table,
        due: async (queue: Queue, at: Instant) =>
          (await outbox.table.due(queue, at)).filter(({ id }) => (shownAt.get(id) ?? time) <= time),
      };
      const sleep = async (milliseconds: number) => {
        time = addMinutes(time, milliseconds / 60_000);
      };
      await sweep(deps({ outbox: lagging, setAsleep, sleep, clock: () => time }), end);
      expect(sent.at(-1)).toBe('late');
    },
  );

  it('takes what a worker left whose clock is a little ahead, and not what was tried and waits', async () => {
    outbox.add(mail, 'a', now);
    outbox.put({ ...newEntry(start, 'ahead', addMinutes(now, 0.9 / 60)), due: dueIn('start', 'ahead') });
    const waits = { ...newEntry(mail, 'waits', now), attempts: 1, nextAttemptAt: addMinutes(now, 0.5 / 60) };
    outbox.put({ ...waits, due: dueIn('mass', 'waits') });
    let time = now;
    const sleep = async () => {
      time = addMinutes(time, 0.1 / 60);
    };
    const at = new Map<string, Instant>();
    await sweep(deps({ clock: () => time, sleep, report: ({ entry }) => void at.set(entry, time) }), end);
    expect([...at.keys()].sort()).toEqual(['a', 'ahead', 'waits']);
    expect(at.get('waits') ?? now).toSatisfy((then: Instant) => then >= waits.nextAttemptAt);
  });

  it('that gets no slot until its end says so, and leaves the rest due', async () => {
    let time = now;
    const sleep = async () => {
      time = addMinutes(time, 1);
    };
    for (const id of ['a', 'b', 'c']) outbox.put({ ...newEntry(mail, id, now), due: dueIn('mass', id) });
    const behind: Queue[] = [];
    const swept = await sweep(
      deps({ clock: () => time, sleep, slot: async () => false, fellBehind: (queue) => void behind.push(queue) }),
      end,
    );
    expect([swept.behind, behind, sent]).toEqual([true, ['mass'], []]);
    expect(await outbox.table.due('mass', time)).toHaveLength(3);
  });
});

describe('how late a queue is', () => {
  it('is told from a minute on, in seconds, and as 1 if its class is late', () => {
    expect(lateness('mass', 59)).toEqual([]);
    for (const queue of ['start', ...mailClasses] as const) {
      const told = lateness(queue, lateAfterMinutes[queue] * 60);
      expect(told).toContainEqual(['OutboxLate', 'Count', 1]);
      expect(told[0]?.[0]).toMatch(/^OldestDue[A-Z]/u);
    }
    expect(lateness('due', 600)).toEqual([
      ['OldestDueUnsorted', 'Seconds', 600],
      ['OutboxLate', 'Count', 1],
    ]);
  });
});
