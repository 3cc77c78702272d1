import { addMinutes, type Instant, toInstant } from '../shared/time.ts';
import { type DeliverDependencies, deliverAll, deliverQuietly, errorName, type Left } from './deliver.ts';
import { type Queue, queues } from './entry.ts';
import type { Due } from './outbox-table.ts';
import { slotTimeoutMs } from './rate-limiter.ts';

/** Milliseconds after which an empty queue is looked at again, while others are worked at. */
const pause = 1000;

/**
 * Milliseconds for which a sweep says that it is at work: it says so again after half of them, and an entry may wait for
 * its slot for the other half. One that dies, at a deployment for example, is relied on no longer than that.
 */
const awakeMs = 2 * slotTimeoutMs;

/**
 * Milliseconds after which the index of what is due shows what was stored: an index follows its table a moment later.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations
 */
const indexLag = 500;

/**
 * Minutes by which a sweep looks ahead of its own clock: what another worker stored or left a moment ago is due by that
 * worker's clock, and would otherwise wait for the next sweep. What is not due by then is found, and not leased.
 */
const lookAhead = 1 / 60;

export interface SweepDependencies extends DeliverDependencies {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** How many entries of a queue are delivered at a time. */
  readonly workers: (queue: Queue) => number;
  /** Says until when no other sweep has to be called. */
  readonly setAwake: (until: Instant) => Promise<void>;
  /** Says that whoever leaves something from now on has to call another, whatever their clock says. */
  readonly setAsleep: () => Promise<void>;
  /** That could not be said. Another sweep may be called beside this one; what is due leaves all the same. */
  readonly unsaid: (error: string) => void;
  /** A queue of which more is due than could leave. */
  readonly fellBehind: (queue: Queue) => void;
  /** For how many seconds the oldest of a queue has been due when the sweep began. */
  readonly oldest: (queue: Queue, seconds: number) => void;
  readonly flush: () => void;
}

/** The ids of what is due, by queue. */
type Found = ReadonlyMap<Queue, readonly string[]>;
const isAny = (found: Found): boolean => [...found.values()].some((ids) => ids.length > 0);

/** What a sweep has taken up, by the queue in which it was. */
type Seen = ReadonlyMap<Queue, Set<string>>;

export interface Swept {
  readonly taken: number;
  readonly behind: boolean;
}

/**
 * Delivers whatever is due until the time is up: a loop for each queue, so that none waits for another. The loops end
 * together, when all queues are empty.
 */
export async function sweep(given: SweepDependencies, end: Instant): Promise<Swept> {
  const unsaid = (fault: unknown): void => given.unsaid(errorName(fault));
  const deps: SweepDependencies = {
    ...given,
    setAwake: (until) => given.setAwake(until).catch(unsaid),
    setAsleep: () => given.setAsleep().catch(unsaid),
  };
  const begun = deps.clock();
  const seen: Seen = new Map(queues.map((queue) => [queue, new Set()]));
  const first = await Promise.all(
    queues.map(async (queue): Promise<[Queue, readonly Due[]]> => [queue, await dueIn(deps, queue)]),
  );
  for (const [queue, due] of first) tellOldest(deps, queue, due, begun);

  let behind = false;
  let found: Found = new Map(first.map(([queue, due]) => [queue, due.map(({ id }) => id)]));
  if (!isAny(found)) {
    // Whoever called this may have left more since it looked, and relies on it until it says that it is not awake.
    await deps.setAsleep();
    found = await leftMeanwhile(deps, seen);
  }
  while (isAny(found) && deps.clock() < end) {
    behind = await workThrough(await stayingAwake(deps, end), end, seen, found);
    deps.flush();
    // Whoever left something here while this was at work relied on it: what came in the last moment is taken too.
    await deps.setAsleep();
    found = behind ? new Map() : await leftMeanwhile(deps, seen);
  }
  const taken = [...seen.values()].reduce((sum, ids) => sum + ids.size, 0);
  return { taken, behind };
}

/** What says again that this is at work whenever an entry asks for a slot. */
async function stayingAwake(deps: SweepDependencies, end: Instant): Promise<SweepDependencies> {
  let saidAt = 0;
  const say = async (): Promise<void> => {
    const now = Date.parse(deps.clock());
    if (now - saidAt < awakeMs / 2) return;
    saidAt = now;
    await deps.setAwake(toInstant(new Date(Math.min(now + awakeMs, Date.parse(end)))));
  };
  await say();
  return {
    ...deps,
    slot: async (bucket, until) => {
      await say();
      return deps.slot(bucket, until);
    },
  };
}

function tellOldest(deps: SweepDependencies, queue: Queue, due: readonly Due[], now: Instant): void {
  const since = due.map((one) => one.since).sort()[0];
  if (since !== undefined) deps.oldest(queue, Math.max(0, Date.parse(now) - Date.parse(since)) / 1000);
}

const dueIn = ({ outbox, clock }: SweepDependencies, queue: Queue): Promise<Due[]> =>
  outbox.due(queue, addMinutes(clock(), lookAhead));

const unseen = async (deps: SweepDependencies, queue: Queue, seen: Seen) =>
  (await dueIn(deps, queue)).map(({ id }) => id).filter((id) => !seen.get(queue)?.has(id));

/** What was left by those who relied on this one until it said that it is not awake. */
async function leftMeanwhile(deps: SweepDependencies, seen: Seen): Promise<Found> {
  await deps.sleep(indexLag);
  return allUnseen(deps, seen);
}

async function allUnseen(deps: SweepDependencies, seen: Seen): Promise<Found> {
  return new Map(
    await Promise.all(
      queues.map(async (queue): Promise<[Queue, readonly string[]]> => [queue, await unseen(deps, queue, seen)]),
    ),
  );
}

/**
 * What no class is known of: it leaves if it gets a slot at once, and waits in the queue of its class otherwise.
 */
async function sort(deps: SweepDependencies, ids: readonly string[], end: Instant): Promise<Left> {
  const waiting = [...ids];
  const elsewhere: string[] = [];
  const worker = async (): Promise<void> => {
    while (waiting.length > 0 && deps.clock() < end) {
      const id = waiting.shift() ?? '';
      if ((await deliverQuietly(deps, id, deps.clock())) === undefined) elsewhere.push(id);
    }
  };
  await Promise.all(Array.from({ length: deps.workers('due') }, worker));
  return { left: waiting, elsewhere };
}

/** Works at all queues until each is empty or the time is up. @returns whether something that is due is left */
async function workThrough(deps: SweepDependencies, end: Instant, seen: Seen, found: Found): Promise<boolean> {
  const empty = new Set<Queue>();
  let allEmpty = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    allEmpty = resolve;
  });
  /** @returns whether something is left for which there was no slot, and whether nothing was done */
  const pass = async (queue: Queue, known?: readonly string[]): Promise<{ left: boolean; idle: boolean }> => {
    const ids = known ?? (await unseen(deps, queue, seen));
    if (ids.length === 0) {
      empty.add(queue);
      if (empty.size === queues.length) allEmpty();
      return { left: false, idle: true };
    }
    empty.delete(queue);
    const taken = seen.get(queue);
    for (const id of ids) taken?.add(id);
    const { left, elsewhere } =
      queue === 'due'
        ? await sort(deps, ids, end)
        : await deliverAll(deps, ids, { concurrency: deps.workers(queue), waitUntil: end, beginUntil: end });
    for (const id of [...left, ...elsewhere]) taken?.delete(id);
    deps.flush();
    return { left: left.length > 0, idle: left.length + elsewhere.length === ids.length };
  };
  const loop = async (queue: Queue): Promise<boolean> => {
    let left = false;
    let known = found.get(queue);
    while (deps.clock() < end && empty.size < queues.length) {
      const passed = await pass(queue, known);
      known = undefined;
      left = passed.left;
      if ((left || passed.idle) && empty.size < queues.length) await Promise.race([deps.sleep(pause), ended]);
    }
    if (left) deps.fellBehind(queue);
    return left;
  };
  return (await Promise.all(queues.map(loop))).some(Boolean);
}
