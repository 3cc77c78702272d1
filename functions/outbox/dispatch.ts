import { addMinutes, type Instant } from '../shared/time.ts';
import { type DeliverDependencies, deliverQuietly } from './deliver.ts';
import type { NewEntry } from './new-entries.ts';
import type { Bucket } from './rate-limiter.ts';

/**
 * Minutes for which each entry waits for a slot: the stream is a queue, in which whoever waits holds up all who come
 * behind. It is an entry's own, so that a worker which was slow to begin still has the next moment.
 * What has to wait longer waits in the queue of its class.
 */
const minutesOfWaiting = 0.25 / 60;

/** Entries at a time. */
const atOnce = 8;

export interface DispatchDependencies extends DeliverDependencies {
  /** In whose slot a mail of a template leaves; nothing if there is no such template. */
  readonly bucketOfTemplate: (template: string) => Bucket | undefined;
  /** Calls the sweep, unless one is at work. */
  readonly wakeSweep: () => Promise<void>;
}

/** Milliseconds for which a bucket in which something had to wait is left to the sweep: what comes later leaves later. */
const leftToSweep = 5000;

/**
 * Delivers new entries at once, or leaves them to the sweep, which is called for them. Never throws for a bad entry.
 * One for each Lambda worker, since it remembers where the slots are used up.
 */
export function dispatcher(deps: DispatchDependencies) {
  const backlogUntil = new Map<Bucket, number>();
  const now = () => Date.parse(deps.clock());
  const hasBacklog = (bucket: Bucket, waitUntil: Instant): boolean =>
    now() < (backlogUntil.get(bucket) ?? 0) || deps.isFull(bucket, waitUntil);

  /** @returns whether it was left to the sweep */
  const take = async ({ id, template, storedAt }: NewEntry, waitUntil: Instant): Promise<boolean> => {
    const bucket = template === undefined ? undefined : deps.bucketOfTemplate(template);
    if (bucket && hasBacklog(bucket, waitUntil)) {
      await deps.outbox.enqueue(id, bucket, storedAt ?? deps.clock());
    } else if ((await deliverQuietly(deps, id, waitUntil)) !== 'no slot') {
      return false;
    }
    if (bucket) backlogUntil.set(bucket, now() + leftToSweep);
    return true;
  };

  return async (entries: readonly NewEntry[], beginUntil: Instant): Promise<void> => {
    const waiting = [...entries];
    let left = false;
    const worker = async (): Promise<void> => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        if (deps.clock() >= beginUntil || (await take(entry, addMinutes(deps.clock(), minutesOfWaiting)))) left = true;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (left) await deps.wakeSweep();
  };
}
