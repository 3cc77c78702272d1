import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaseMinutes, minutesATry } from '../../../functions/outbox/entry.ts';
import { longestWait, pacer, type Rates } from '../../../functions/outbox/pace.ts';
import { toInstant } from '../../../functions/shared/time.ts';
import { memoryPace, sleepers } from '../../support/memory/memory-pace.ts';

const begin = Date.parse('2027-01-29T08:59:00Z');
const at = (milliseconds: number) => toInstant(new Date(milliseconds));
const never = at(begin + 86_400_000);

/** Workers over one table, and when what they asked turns for left, by kind. */
function workers(count: number, rates: Rates) {
  const time = sleepers(begin);
  const pace = memoryPace();
  const turns = Array.from({ length: count }, () => pacer({ table: pace.table, rates, ...time }));
  const left: { readonly kind: string; readonly at: number }[] = [];
  const leave = async (worker: number, kind: 'mail' | 'start' | 'resume', until = never): Promise<boolean> => {
    const got = (await turns[worker % count]?.(kind, until)) ?? false;
    if (got) left.push({ kind, at: time.clock() });
    return got;
  };
  return {
    time,
    writes: pace.writes,
    leave,
    momentsOf: (kind: string) => left.filter((one) => one.kind === kind).map((one) => one.at),
  };
}

/** The most that left within any second, wherever it begins. */
const mostInASecond = (moments: readonly number[]): number =>
  Math.max(0, ...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + 1000).length));

describe('turns', () => {
  it('let no second have more than the rate, over any workers, whenever they ask and however long they work', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.array(fc.record({ idle: fc.nat({ max: 3000 }), work: fc.nat({ max: 500 }) }), { maxLength: 30 }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (rate, days) => {
          const { time, leave, momentsOf } = workers(days.length, { mail: rate });
          const asked = days.flat().length;
          let refused = 0;
          const day = async (errands: readonly { idle: number; work: number }[], worker: number) => {
            for (const { idle, work } of errands) {
              if (idle > 2000) await time.sleep(idle);
              if (!(await leave(worker, 'mail'))) refused += 1;
              await time.sleep(work);
            }
          };
          await time.until(Promise.all(days.map(day)));
          expect(mostInASecond(momentsOf('mail'))).toBeLessThanOrEqual(rate);
          expect(momentsOf('mail').length + refused).toBe(asked);
          expect(refused).toBe(0);
        },
      ),
    );
  });

  it('are given without a gap while somebody waits, in few writes', async () => {
    const { time, leave, momentsOf, writes } = workers(8, { mail: 14 });
    const lane = async (worker: number) => {
      for (let asked = 0; asked < 35; asked += 1) await leave(worker, 'mail');
    };
    await time.until(Promise.all(Array.from({ length: 8 }, (_, worker) => lane(worker))));
    const moments = momentsOf('mail');
    expect(moments).toHaveLength(280);
    expect((Math.max(...moments) - begin) / 1000).toBeCloseTo(20, 0);
    expect(writes()).toBeLessThan(280 + 8 * 3);
  });

  it('are at once where nobody else wants one', async () => {
    const { time, leave, momentsOf } = workers(1, { start: 2 });
    await time.until(
      leave(0, 'start')
        .then(() => time.sleep(501))
        .then(() => leave(0, 'start')),
    );
    expect(momentsOf('start')).toEqual([begin, begin + 501]);
  });

  it('of one kind do not wait for those of another, and resumptions for none', async () => {
    const { time, leave, momentsOf } = workers(3, { mail: 1, start: 100 });
    const kinds = ['mail', 'start', 'resume'] as const;
    const all = Array.from({ length: 20 }, (_, index) => kinds.map((kind) => leave(index, kind))).flat();
    await time.until(Promise.all(all));
    expect(Math.max(...momentsOf('resume'))).toBe(begin);
    expect(Math.max(...momentsOf('start'))).toBe(begin + 190);
    expect(Math.max(...momentsOf('mail'))).toBe(begin + 19_000);
  });

  it('that come too late are refused at once, and taken by nobody', async () => {
    const { time, leave, momentsOf, writes } = workers(2, { mail: 10 });
    const until = at(begin + 1000);
    const all = Promise.all(Array.from({ length: 20 }, (_, index) => leave(index, 'mail', until)));
    await time.until(Promise.resolve());
    const asked = writes();
    for (let more = 0; more < 500; more += 1) expect(await leave(more, 'mail', until)).toBe(false);
    expect([writes(), time.clock()]).toEqual([asked, begin]);
    await time.until(all);
    expect((await all).filter(Boolean)).toHaveLength(11);
    expect(Math.max(...momentsOf('mail'))).toBe(begin + 1000);
    expect(time.clock()).toBe(begin + 1000);
    await time.until(time.sleep(200).then(() => leave(0, 'mail', until)));
    expect(momentsOf('mail').at(-1)).toBe(begin + 1200);
  });

  it('are waited for no longer than a claimed entry may be held, together with SES', async () => {
    const { time, leave, momentsOf } = workers(1, { mail: 1 });
    await time.until(Promise.all(Array.from({ length: 100 }, () => leave(0, 'mail'))));
    expect(Math.max(...momentsOf('mail')) - begin).toBe(longestWait);
    const ses = 20_000;
    expect(longestWait + ses).toBeLessThan(minutesATry * 60_000);
    expect(minutesATry).toBeLessThan(leaseMinutes);
  });
});
