import { describe, expect, it } from 'vitest';
import { memoryDelivery } from '../../support/memory/memory-delivery.ts';

const begin = Date.parse('2027-01-29T08:59:00Z');
const rates = { mail: 14, start: 100 };
const starting = (word: string) => (id: string) => id.startsWith(word);

/** The most that left within any second. */
const maxInASecond = (moments: readonly number[]): number => {
  const sorted = [...moments].sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  sorted.forEach((moment, index) => {
    while (moment - (sorted[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
};

describe('a burst of mails of one class', () => {
  it('of 960 that anybody can ask for keeps a receipt waiting for less than two seconds', async () => {
    const world = memoryDelivery({ rates, begin });
    for (let number = 0; number < 960; number += 1) world.mail('asked', `asked-${number}`);
    world.mail('receipt', 'receipt-0');
    const later = async () => {
      for (let number = 1; number <= 20; number += 1) {
        await world.time.sleep(2000);
        world.mail('receipt', `receipt-${number}`);
        world.mail('decision', `decision-${number}`);
      }
    };
    await Promise.all([later(), world.untilAllLeft()]);
    const waits = Array.from({ length: 21 }, (_, number) => world.waited(`receipt-${number}`));
    console.log(
      `a receipt behind 960 waited ${Math.max(...waits).toFixed(2)} s at most; all had left after ${world.lastOf(starting('asked')).toFixed(0)} s`,
    );
    expect(Math.max(...waits)).toBeLessThan(2);
    expect(world.lastOf(starting('asked'))).toBeLessThan(1.1 * (1000 / 14));
    expect(maxInASecond(world.momentsOf(() => true))).toBeLessThanOrEqual(14);
  });
});

describe('mails of which no class is known', () => {
  it('as earlier releases stored them, and the stream never brought them, leave with the sweep, and so do starts', async () => {
    const world = memoryDelivery({ rates, begin });
    for (let number = 0; number < 300; number += 1) {
      world.mail(number % 2 ? 'mass' : 'receipt', `mail-${number}`, { stream: false });
      world.start(`start-${number}`, { stream: false });
    }
    await world.untilAllLeft();
    expect(world.sweeps()).toBe(1);
    expect(world.lastOf(starting('start'))).toBeLessThan(2 * 60 + 6);
    expect(world.lastOf(starting('mail'))).toBeLessThan(2 * 60 + 1.2 * (300 / 14));
  });
});

describe('a class that is never done', () => {
  it('takes nothing of the share of another: twenty mails of the last one leave in time', async () => {
    const world = memoryDelivery({ rates, begin });
    for (let number = 0; number < 700; number += 1) {
      world.mail('asked', `asked-${number}`);
      world.mail('decision', `decision-${number}`);
    }
    for (let number = 0; number < 20; number += 1) world.mail('mass', `mass-${number}`);
    await world.untilAllLeft();
    expect(world.lastOf(starting('mass'))).toBeLessThan(20 / 1 + 3);
  });
});

describe('the closing of a round of 5,000, while 5,000 mails wait', () => {
  it('starts its last run within minutes, and the mails leave at their rate', async () => {
    const world = memoryDelivery({ rates, begin });
    for (let number = 0; number < 5000; number += 1) world.mail('mass', `mass-${number}`);
    for (let number = 0; number < 5000; number += 1) world.start(`start-${number}`);
    for (let number = 0; number < 20; number += 1) world.resume(`resume-${number}`);
    world.mail('asked', 'asked');
    await world.untilAllLeft();
    console.log(
      `last start after ${world.lastOf(starting('start')).toFixed(0)} s, last mail after ${world.lastOf(starting('mass')).toFixed(0)} s, ${world.sweeps()} sweeps`,
    );
    expect(world.lastOf(starting('start'))).toBeLessThan(2 * 60);
    expect(world.lastOf(starting('resume'))).toBeLessThan(10);
    expect(world.waited('asked')).toBeLessThan(2);
    // A sweep works four minutes of five: the last few may have to wait for the next one.
    expect(world.lastOf(starting('mass'))).toBeLessThan(1.2 * (5000 / 14));
    expect(maxInASecond(world.momentsOf(starting('start')))).toBeLessThanOrEqual(100);
    expect(maxInASecond(world.momentsOf(starting('mass')))).toBeLessThanOrEqual(14);
  });
});
