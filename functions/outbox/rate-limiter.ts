import type { Instant } from '../shared/time.ts';
import { mailClasses, shareOf } from './mail-classes.ts';
import type { Moments, Slot, SlotsTable } from './slots-table.ts';

/** What leaves by slots: the starts of runs, and each class of mail. Resumptions leave at once. */
export type Bucket = 'start' | (typeof mailClasses)[number];

/** How many leave in a second at most, over all workers. */
export interface Rates {
  readonly mail: number;
  readonly start: number;
}

/** Milliseconds for which an entry may wait while its worker holds it: with all the rest less than a try may take. */
export const slotTimeoutMs = 30_000;

/** Milliseconds for which a bucket may be booked by the backlog of another, so that who comes in it waits no longer. */
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
  /** Waits until one more of the bucket may leave; false at once, if that is later than `until`. */
  readonly slot: (bucket: Bucket | undefined, until: Instant) => Promise<boolean>;
  /** Whether this worker knows already that no slot is to be had until then. */
  readonly isFull: (bucket: Bucket | undefined, until: Instant) => boolean;
}

/** One rate and the buckets that share it: each with the milliseconds between its moments. */
interface SharedRate {
  readonly id: 'mail' | 'start';
  readonly steps: Readonly<Record<string, number>>;
}

/**
 * Slots by appointment: each books the next free moment of its bucket, moments of a bucket lie evenly apart, and nobody asks
 * twice. The buckets of the mails share their rate; one that is idle is lent to the others.
 */
export function rateLimiter({ table, rates, clock, sleep }: RateLimiterDependencies): RateLimiter {
  const mail: SharedRate = { id: 'mail', steps: stepsOfMail(rates.mail) };
  const start: SharedRate = { id: 'start', steps: { start: Math.ceil(1000 / rates.start) } };
  const rateOf = (bucket: Bucket): SharedRate => (bucket === 'start' ? start : mail);
  /** The next free moments as this worker saw them last: they only ever move on, but for a reset. */
  const seen = new Map<string, Moments>();
  /** When this worker may book in a bucket again, by its own bookings: what holds when the table is not believed. */
  const own = new Map<string, number>();

  const latestBy = (now: number, until: Instant) => Math.max(now, Math.min(Date.parse(until), now + slotTimeoutMs));

  const book = async (bucket: Bucket, until: Instant): Promise<number | undefined> => {
    const rate = rateOf(bucket);
    const now = clock();
    const best = bestOf(rate, bucket, seen.get(rate.id) ?? {}, { now, latest: latestBy(now, until), own });
    if (!best) return undefined;
    const step = rate.steps[best.bucket] ?? 0;
    const { booked, moments } = await table.book(rate.id, best.bucket, step, best.slot);
    seen.set(rate.id, moments);
    if (booked === undefined) return book(bucket, until);
    own.set(best.bucket, booked + step);
    return booked;
  };

  return {
    isFull: (bucket, until) => {
      if (bucket === undefined) return false;
      const rate = rateOf(bucket);
      const now = clock();
      return !bestOf(rate, bucket, seen.get(rate.id) ?? {}, { now, latest: latestBy(now, until), own });
    },
    slot: async (bucket, until) => {
      if (bucket === undefined) return true;
      const moment = await book(bucket, until);
      if (moment === undefined) return false;
      const wait = moment - clock();
      if (wait > 0) await sleep(wait);
      return true;
    },
  };
}

interface Best {
  readonly bucket: string;
  readonly moment: number;
  readonly slot: Slot;
}

/** The earliest moment for a bucket: its own, or of one that is hardly used; its own before others at the same time. */
function bestOf(
  { steps }: SharedRate,
  bucket: Bucket,
  moments: Moments,
  { now, latest, own }: { readonly now: number; readonly latest: number; readonly own: ReadonlyMap<string, number> },
): Best | undefined {
  const options = Object.entries(steps).flatMap(([name, step]): Best[] => {
    const until = name === bucket ? latest : Math.min(latest, now + Math.max(lentAhead, step));
    const option = optionIn(name, moments[name] ?? 0, { step, now, latest: until, own: own.get(name) ?? 0 });
    return option.moment <= until ? [option] : [];
  });
  return options.sort((a, b) => a.moment - b.moment || Number(b.bucket === bucket) - Number(a.bucket === bucket))[0];
}

/**
 * The next moment of a bucket. One further ahead than anybody may book was written by a clock that goes ahead: it is
 * passed over, and what this worker booked itself goes on to hold.
 */
function optionIn(
  bucket: string,
  free: number,
  { step, now, latest, own }: { step: number; now: number; latest: number; own: number },
): Best {
  const beyond = now + slotTimeoutMs + step + clocksDiffer;
  const at = own > beyond ? now : Math.max(now, own);
  if (free > beyond) return { bucket, moment: at, slot: { how: 'reset', beyond, at } };
  if (free < now) return { bucket, moment: at, slot: { how: 'begin', now, at } };
  return { bucket, moment: free, slot: { how: 'queue', now, latest } };
}

/** Entries of a bucket that are delivered at a time, so that each gets its slot within the longest wait. */
export function workersFor(bucket: Bucket, rates: Rates): number {
  const step = bucket === 'start' ? 1000 / rates.start : (stepsOfMail(rates.mail)[bucket] ?? slotTimeoutMs);
  const seconds = bucket === 'start' ? secondsAStart : secondsAMail;
  const rate = bucket === 'start' ? rates.start : rates.mail;
  const needed = Math.min(maxWorkers, Math.max(4, Math.ceil(rate * seconds)));
  return Math.max(1, Math.min(needed, Math.floor((0.8 * slotTimeoutMs) / step)));
}

/** What a delivery takes, generously. */
const secondsAStart = 0.2;
const secondsAMail = 0.4;
const maxWorkers = 40;

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
