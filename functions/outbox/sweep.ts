import type { Instant } from '../shared/time.ts';
import { type DeliverDependencies, deliverAll, deliverQuietly } from './deliver.ts';
import { type Queue, queues } from './entry.ts';
import type { Due } from './outbox-table.ts';

/** Milliseconds after which an empty queue is looked at again, while others are worked at. */
const pause = 1000;

export interface SweepDependencies extends DeliverDependencies {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** How many entries of a queue are delivered at a time. */
  readonly workers: (queue: Queue) => number;
  /** Says until when no other sweep has to be called. */
  readonly setAwake: (until: Instant) => Promise<void>;
  /** A queue of which more is due than could leave. */
  readonly fellBehind: (queue: Queue) => void;
  /** For how many seconds the oldest of a queue has been due when the sweep began. */
  readonly oldest: (queue: Queue, seconds: number) => void;
  readonly flush: () => void;
}

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
export async function sweep(deps: SweepDependencies, end: Instant): Promise<Swept> {
  const begun = deps.clock();
  const seen: Seen = new Map(queues.map((queue) => [queue, new Set()]));
  const first = await Promise.all(queues.map(async (queue) => ({ queue, due: await deps.outbox.due(queue, begun) })));
  for (const { queue, due } of first) tellOldest(deps, queue, due, begun);

  let behind = false;
  let found = first.some(({ due }) => due.length > 0);
  while (found && deps.clock() < end) {
    await deps.setAwake(end);
    behind = await workThrough(deps, end, seen);
    deps.flush();
    // Whoever left something here while this was at work relied on it: what came in the last moment is taken too.
    await deps.setAwake(deps.clock());
    found = !behind && (await anyDue(deps, seen));
  }
  const taken = [...seen.values()].reduce((sum, ids) => sum + ids.size, 0);
  if (taken === 0) await deps.setAwake(deps.clock());
  return { taken, behind };
}

function tellOldest(deps: SweepDependencies, queue: Queue, due: readonly Due[], now: Instant): void {
  const since = due.map((one) => one.since).sort()[0];
  if (since !== undefined) deps.oldest(queue, (Date.parse(now) - Date.parse(since)) / 1000);
}

const unseen = async ({ outbox, clock }: SweepDependencies, queue: Queue, seen: Seen) =>
  (await outbox.due(queue, clock())).map(({ id }) => id).filter((id) => !seen.get(queue)?.has(id));

async function anyDue(deps: SweepDependencies, seen: Seen): Promise<boolean> {
  const found = await Promise.all(queues.map((queue) => unseen(deps, queue, seen)));
  return found.some((ids) => ids.length > 0);
}

/**
 * What no class is known of: it leaves if it gets a turn at once, and waits in the queue of its class otherwise.
 * @returns the ids that were not taken up
 */
async function sort(deps: SweepDependencies, ids: readonly string[], end: Instant): Promise<string[]> {
  const waiting = [...ids];
  const worker = async (): Promise<void> => {
    while (waiting.length > 0 && deps.clock() < end) await deliverQuietly(deps, waiting.shift() ?? '', deps.clock());
  };
  await Promise.all(Array.from({ length: deps.workers('due') }, worker));
  return waiting;
}

/** Works at all queues until each is empty or the time is up. @returns whether something that is due is left */
async function workThrough(deps: SweepDependencies, end: Instant, seen: Seen): Promise<boolean> {
  const empty = new Set<Queue>();
  let allEmpty = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    allEmpty = resolve;
  });
  /** @returns whether something is left for which there was no turn */
  const pass = async (queue: Queue): Promise<boolean> => {
    const ids = await unseen(deps, queue, seen);
    if (ids.length === 0) {
      empty.add(queue);
      if (empty.size === queues.length) allEmpty();
      return false;
    }
    empty.delete(queue);
    const taken = seen.get(queue);
    for (const id of ids) taken?.add(id);
    const left =
      queue === 'due'
        ? await sort(deps, ids, end)
        : await deliverAll(deps, ids, { lanes: deps.workers(queue), waitUntil: end, beginUntil: end });
    for (const id of left) taken?.delete(id);
    deps.flush();
    return left.length > 0;
  };
  const loop = async (queue: Queue): Promise<boolean> => {
    let left = false;
    while (deps.clock() < end && empty.size < queues.length) {
      left = await pass(queue);
      if ((left || empty.has(queue)) && empty.size < queues.length) await Promise.race([deps.sleep(pause), ended]);
    }
    if (left) deps.fellBehind(queue);
    return left;
  };
  return (await Promise.all(queues.map(loop))).some(Boolean);
}
