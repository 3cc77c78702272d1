import type { Instant } from '../shared/time.ts';
import { mailClasses, shareOf } from './mail-classes.ts';
import type { Moments, Slot, SlotsTable } from './slots-table.ts';

/** What leaves by slots: the starts of runs, and each class of mail. Resumptions leave at once. */
export type Lane = 'start' | (typeof mailClasses)[number];

/** How many leave in a second at most, over all workers. */
export interface Rates {
  readonly mail: number;
  readonly start: number;
}

/** Milliseconds for which an entry may wait while its worker holds it: with all the rest less than a try may take. */
export const slotTimeoutMs = 30_000;

/** Milliseconds for which a lane may be booked by the backlog of another, so that who comes in it waits no longer. */
const lentAhead = 500;

/** Milliseconds by which the clocks of workers may differ before one is not believed. */
const clocksDiffer = 5000;

export interface RateLimiterDependencies {
  readonly table: SlotsTable;
  readonly rates: Rates;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

export interface RateLimiter {
  /** Waits until one more of the lane may leave; false at once, if that is later than `until`. */
  readonly slot: (lane: Lane | undefined, until: Instant) => Promise<boolean>;
  /** Whether this worker knows already that no slot is to be had until then. */
  readonly isFull: (lane: Lane | undefined, until: Instant) => boolean;
}

/** One rate and the lanes that share it: each with the milliseconds between its moments. */
interface Road {
  readonly id: 'mail' | 'start';
  readonly steps: Readonly<Record<string, number>>;
}

/**
 * Slots by appointment: each books the next free moment of its lane, moments of a lane lie evenly apart, and nobody asks
 * twice. The lanes of the mails share their rate; one that is idle is lent to the others.
 */
export function rateLimiter({ table, rates, clock, sleep }: RateLimiterDependencies): RateLimiter {
  const mail: Road = { id: 'mail', steps: stepsOfMail(rates.mail) };
  const start: Road = { id: 'start', steps: { start: Math.ceil(1000 / rates.start) } };
  const roadOf = (lane: Lane): Road => (lane === 'start' ? start : mail);
  /** The next free moments as this worker saw them last: they only ever move on, but for a reset. */
  const seen = new Map<string, Moments>();
  /** When this worker may book in a lane again, by its own bookings: what holds when the table is not believed. */
  const own = new Map<string, number>();

  const latestBy = (now: number, until: Instant) => Math.max(now, Math.min(Date.parse(until), now + slotTimeoutMs));

  const book = async (lane: Lane, until: Instant): Promise<number | undefined> => {
    const road = roadOf(lane);
    const now = clock();
    const best = bestOf(road, lane, seen.get(road.id) ?? {}, { now, latest: latestBy(now, until), own });
    if (!best) return undefined;
    const step = road.steps[best.lane] ?? 0;
    const { booked, moments } = await table.book(road.id, best.lane, step, best.slot);
    seen.set(road.id, moments);
    if (booked === undefined) return book(lane, until);
    own.set(best.lane, booked + step);
    return booked;
  };

  return {
    isFull: (lane, until) => {
      if (lane === undefined) return false;
      const road = roadOf(lane);
      const now = clock();
      return !bestOf(road, lane, seen.get(road.id) ?? {}, { now, latest: latestBy(now, until), own });
    },
    slot: async (lane, until) => {
      if (lane === undefined) return true;
      const moment = await book(lane, until);
      if (moment === undefined) return false;
      const wait = moment - clock();
      if (wait > 0) await sleep(wait);
      return true;
    },
  };
}

interface Best {
  readonly lane: string;
  readonly moment: number;
  readonly slot: Slot;
}

/** The earliest moment for a lane: its own, or of one that is hardly used; its own before others at the same time. */
function bestOf(
  { steps }: Road,
  lane: Lane,
  moments: Moments,
  { now, latest, own }: { readonly now: number; readonly latest: number; readonly own: ReadonlyMap<string, number> },
): Best | undefined {
  const options = Object.entries(steps).flatMap(([name, step]): Best[] => {
    const until = name === lane ? latest : Math.min(latest, now + Math.max(lentAhead, step));
    const option = optionIn(name, moments[name] ?? 0, { step, now, latest: until, own: own.get(name) ?? 0 });
    return option.moment <= until ? [option] : [];
  });
  return options.sort((a, b) => a.moment - b.moment || Number(b.lane === lane) - Number(a.lane === lane))[0];
}

/**
 * The next moment of a lane. One further ahead than anybody may book was written by a clock that goes ahead: it is
 * passed over, and what this worker booked itself goes on to hold.
 */
function optionIn(
  lane: string,
  free: number,
  { step, now, latest, own }: { step: number; now: number; latest: number; own: number },
): Best {
  const beyond = now + slotTimeoutMs + step + clocksDiffer;
  const at = own > beyond ? now : Math.max(now, own);
  if (free > beyond) return { lane, moment: at, slot: { how: 'reset', beyond, at } };
  if (free < now) return { lane, moment: at, slot: { how: 'begin', now, at } };
  return { lane, moment: free, slot: { how: 'queue', now, latest } };
}

/** Entries of a lane that are delivered at a time, so that each gets its slot within the longest wait. */
export function workersFor(lane: Lane, rates: Rates): number {
  const step = lane === 'start' ? 1000 / rates.start : (stepsOfMail(rates.mail)[lane] ?? slotTimeoutMs);
  const seconds = lane === 'start' ? secondsAStart : secondsAMail;
  const rate = lane === 'start' ? rates.start : rates.mail;
  const needed = Math.min(mostWorkers, Math.max(4, Math.ceil(rate * seconds)));
  return Math.max(1, Math.min(needed, Math.floor((0.8 * slotTimeoutMs) / step)));
}

/** What a delivery takes, generously. */
const secondsAStart = 0.2;
const secondsAMail = 0.4;
const mostWorkers = 40;

/** A rate from which every class has whole mails a second, so that no second has more than the rate. */
const wholeFrom = 10;

/**
 * Milliseconds between the mails of each class. Below ten a second some classes have less than one: then as many may
 * meet in a second as there are classes, which SES takes for a short while
 * (https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html).
 */
export function stepsOfMail(rate: number): Readonly<Record<string, number>> {
  const shares = mailClasses.map((name) => ({ name, share: (rate * shareOf[name]) / 100 }));
  if (rate < wholeFrom) return Object.fromEntries(shares.map(({ name, share }) => [name, Math.ceil(1000 / share)]));
  const left = rate - shares.reduce((sum, { share }) => sum + Math.floor(share), 0);
  const byRest = [...shares].sort((a, b) => (b.share % 1) - (a.share % 1)).map(({ name }) => name);
  const more = new Set<string>(byRest.slice(0, left));
  return Object.fromEntries(
    shares.map(({ name, share }) => [name, Math.ceil(1000 / (Math.floor(share) + (more.has(name) ? 1 : 0)))]),
  );
}
