import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaseMinutes, minutesATry, minutesToSend } from '../../../functions/outbox/entry.ts';
import {
  type Bucket,
  type Rates,
  rateLimiter,
  slotTimeoutMs,
  stepsOfMail,
  workersFor,
} from '../../../functions/outbox/rate-limiter.ts';
import { toInstant } from '../../../functions/shared/time.ts';
import { memorySlots, sleepers } from '../../support/memory/memory-slots.ts';

const begin = Date.parse('2027-01-29T08:59:00Z');
const at = (milliseconds: number) => toInstant(new Date(milliseconds));
const never = at(begin + 86_400_000);

/** Workers over one table, and when what they asked slots for left, by bucket. */
function workers(count: number, given: Partial<Rates>, ahead: readonly number[] = []) {
  const rates = { mail: 14, start: 100, ...given };
  const time = sleepers(begin);
  const slots = memorySlots();
  const limiters = Array.from({ length: count }, (_, worker) =>
    rateLimiter({ table: slots.table, rates, sleep: time.sleep, clock: () => time.clock() + (ahead[worker] ?? 0) }),
  );
  const left: { readonly bucket: Bucket | undefined; readonly at: number }[] = [];
  const leave = async (worker: number, bucket: Bucket | undefined, until = never): Promise<boolean> => {
    const got = (await limiters[worker % count]?.slot(bucket, until)) ?? false;
    if (got) left.push({ bucket, at: time.clock() });
    return got;
  };
  return {
    time,
    calls: slots.calls,
    isFull: (worker: number, bucket: Bucket, until = never) => limiters[worker]?.isFull(bucket, until),
    leave,
    moments: () => left.map((one) => one.at),
    momentsOf: (bucket: Bucket | undefined) => left.filter((one) => one.bucket === bucket).map((one) => one.at),
  };
}

/** The most that left within any second, wherever it begins. */
const maxInASecond = (moments: readonly number[]): number =>
  Math.max(0, ...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + 1000).length));

const classes = ['asked', 'decision', 'receipt', 'reminder', 'mass'] as const;
const work = fc.record({
  bucket: fc.constantFrom(...classes),
  idle: fc.nat({ max: 3000 }),
  work: fc.nat({ max: 500 }),
});

describe('slots', () => {
  it('let no second have more than the rate, over any workers and classes, whenever they ask', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.array(work, { maxLength: 30 }), { minLength: 1, maxLength: 6 }),
        async (rate, days) => {
          const { time, leave, moments } = workers(days.length, { mail: rate });
          const asked = days.flat().length;
          let refused = 0;
          const day = async (messages: (typeof days)[number], worker: number) => {
            for (const { bucket, idle, work: worked } of messages) {
              if (idle > 2000) await time.sleep(idle);
              if (!(await leave(worker, bucket))) refused += 1;
              await time.sleep(worked);
            }
          };
          await time.until(Promise.all(days.map(day)));
          // Below ten a second, as many may meet as there are classes.
          expect(maxInASecond(moments())).toBeLessThanOrEqual(rate < 10 ? Math.ceil(rate) + classes.length : rate);
          expect(moments().length + refused).toBe(asked);
          expect(refused).toBe(0);
        },
      ),
    );
  });

  it.each(classes)('are all for mails of the class %s while no other has any, in few calls', async (bucket) => {
    const { time, leave, momentsOf, calls } = workers(4, { mail: 14 });
    const worker = async (number: number) => {
      for (let asked = 0; asked < 35; asked += 1) await leave(number, bucket);
    };
    await time.until(Promise.all(Array.from({ length: 8 }, (_, number) => worker(number))));
    const moments = momentsOf(bucket);
    expect(moments).toHaveLength(280);
    expect((Math.max(...moments) - begin) / 1000).toBeLessThan(21);
    expect(calls()).toBeLessThan(1.6 * 280);
  });

  it('are shared if every class has many: none gets less than its share', async () => {
    const { time, leave, momentsOf } = workers(5, { mail: 100 });
    const until = begin + 30_000;
    const worker = async (number: number) => {
      while (time.clock() < until) await leave(number, classes[number % classes.length]);
    };
    await time.until(Promise.all(Array.from({ length: 100 }, (_, number) => worker(number))));
    const inTime = classes.map((bucket) => momentsOf(bucket).filter((moment) => moment < until).length / 30);
    const shares = [30, 25, 25, 10, 10];
    inTime.forEach((rate, index) => {
      expect(rate).toBeGreaterThan(0.9 * (shares[index] ?? 0));
    });
    expect(inTime.reduce((sum, rate) => sum + rate, 0)).toBeGreaterThan(97);
  });

  it.each([14, 100])('of a class come soon, whatever waits in the others, at %d a second', async (mail) => {
    const { time, leave } = workers(6, { mail });
    let ended = false;
    const backlog = async (number: number) => {
      while (!ended) await leave(number % 5, 'mass');
    };
    const waits: number[] = [];
    const person = async () => {
      for (const bucket of ['asked', 'decision', 'receipt', 'reminder'] as const) {
        for (let time_ = 0; time_ < 10; time_ += 1) {
          await time.sleep(1777);
          const asked = time.clock();
          await leave(5, bucket);
          waits.push(time.clock() - asked);
        }
      }
      ended = true;
    };
    await time.until(Promise.all([person(), ...Array.from({ length: 20 }, (_, number) => backlog(number))]));
    expect(Math.max(...waits)).toBeLessThan(2000);
  });

  it('are at once if nobody else wants one', async () => {
    const { time, leave, momentsOf } = workers(1, { start: 2 });
    await time.until(
      leave(0, 'start')
        .then(() => time.sleep(501))
        .then(() => leave(0, 'start')),
    );
    expect(momentsOf('start')).toEqual([begin, begin + 501]);
  });

  it('of starts do not wait for those of mails, and resumptions for none', async () => {
    const { time, leave, momentsOf } = workers(3, { mail: 1, start: 100 });
    const buckets = ['mass', 'start', undefined] as const;
    const all = Array.from({ length: 20 }, (_, index) => buckets.map((bucket) => leave(index, bucket))).flat();
    await time.until(Promise.all(all));
    expect(Math.max(...momentsOf(undefined))).toBe(begin);
    expect(Math.max(...momentsOf('start'))).toBe(begin + 190);
    expect(momentsOf('mass').length).toBeGreaterThan(5);
  });

  it('that come too late are refused at once, and taken by nobody', async () => {
    const { time, leave, isFull, momentsOf, calls } = workers(2, { start: 10 });
    const until = at(begin + 1000);
    const all = Promise.all(Array.from({ length: 20 }, (_, index) => leave(index, 'start', until)));
    await time.until(Promise.resolve());
    const asked = calls();
    for (let more = 0; more < 500; more += 1) expect(await leave(more, 'start', until)).toBe(false);
    expect([calls(), time.clock(), isFull(0, 'start', until)]).toEqual([asked, begin, true]);
    await time.until(all);
    expect((await all).filter(Boolean)).toHaveLength(11);
    expect(Math.max(...momentsOf('start'))).toBe(begin + 1000);
    expect(time.clock()).toBe(begin + 1000);
    await time.until(time.sleep(200).then(() => leave(0, 'start', until)));
    expect(momentsOf('start').at(-1)).toBe(begin + 1200);
  });

  it('are waited for no longer than a leased entry may be held, together with SES', async () => {
    const { time, leave, momentsOf } = workers(1, { start: 1 });
    await time.until(Promise.all(Array.from({ length: 100 }, () => leave(0, 'start'))));
    expect(Math.max(...momentsOf('start')) - begin).toBe(slotTimeoutMs);
    const ses = 20_000;
    expect(slotTimeoutMs + ses).toBeLessThan(minutesATry * 60_000);
    expect(minutesATry).toBeLessThan(leaseMinutes);
    expect(ses).toBeLessThan(minutesToSend * 60_000);
  });
});

describe('a worker whose clock is an hour ahead', () => {
  const hour = 3_600_000;

  it.each(['start', 'asked', 'mass'] as const)('stops nobody: slots of %s go on for the others', async (bucket) => {
    const { time, leave } = workers(2, {}, [hour]);
    await leave(0, bucket);
    const asked = time.clock();
    await time.until(Promise.all(Array.from({ length: 10 }, () => leave(1, bucket, at(begin + 30_000)))));
    expect(time.clock() - asked).toBeLessThan(2000);
  });

  it('does not undo the rate, though it and the others go on side by side', async () => {
    const { time, leave, moments } = workers(2, { start: 10 }, [hour]);
    const worker = async (number: number) => {
      for (let asked = 0; asked < 50; asked += 1) await leave(number, 'start', at(begin + 2 * hour));
    };
    await time.until(Promise.all([worker(0), worker(1)]));
    expect(moments()).toHaveLength(100);
    expect(maxInASecond(moments())).toBeLessThanOrEqual(2 * 10);
  });
});

describe('the shares of the rate', () => {
  it('add up to it, and every class has one', () => {
    for (let rate = 1; rate <= 500; rate += 1) {
      const steps = Object.values(stepsOfMail(rate));
      expect(steps).toHaveLength(classes.length);
      const together = steps.reduce((sum, step) => sum + 1000 / step, 0);
      expect(together).toBeLessThanOrEqual(rate + 1e-9);
      expect(together).toBeGreaterThan(0.8 * rate);
    }
  });

  it('are worked at by so many that each waits for its slot while it is held', () => {
    for (const rate of [1, 4, 14, 100, 500]) {
      for (const bucket of classes) {
        const step = stepsOfMail(rate)[bucket] ?? 0;
        expect(workersFor(bucket, { mail: rate, start: rate }) * step).toBeLessThanOrEqual(slotTimeoutMs);
      }
    }
  });
});
