import { backOffMinutes, leaseMinutes, type OutboxEntry } from '../../../functions/outbox/entry.ts';
import type { OutboxTable } from '../../../functions/outbox/outbox-table.ts';
import { addMinutes, type Instant } from '../../../functions/shared/time.ts';

type Answers<Name extends keyof OutboxTable> = Awaited<ReturnType<OutboxTable[Name]>>;

/** The outbox in memory, with the claims and leases of the table. */
export function memoryOutbox(...entries: readonly OutboxEntry[]) {
  const stored = new Map(entries.map((entry) => [entry.id, entry]));
  const change = (entry: OutboxEntry, next: Partial<OutboxEntry>): Answers<'done'> => {
    const present = stored.get(entry.id);
    if (present?.state !== 'SENDING' || present.attempts !== entry.attempts) throw new Error('the claim is lost');
    stored.set(entry.id, { ...present, leaseUntil: undefined, ...next });
    return { $metadata: {} };
  };
  const end = (state: 'DONE' | 'DROPPED' | 'FAILED') => async (entry: OutboxEntry, now: Instant, note: string) =>
    change(entry, { state, note, finishedAt: now, due: undefined });
  return {
    get: async (id: string) => stored.get(id),
    claim: async (id: string, now: Instant) => {
      const present = stored.get(id);
      if (!present) return undefined;
      const { state, attempts, nextAttemptAt, leaseUntil = '' } = present;
      const free =
        (state === 'PENDING' && (attempts === 0 || nextAttemptAt <= now)) || (state === 'SENDING' && leaseUntil < now);
      if (!free) return undefined;
      const lease = addMinutes(now, leaseMinutes);
      const claimed = {
        ...present,
        state: 'SENDING' as const,
        attempts: attempts + 1,
        leaseUntil: lease,
        nextAttemptAt: lease,
      };
      stored.set(id, claimed);
      return claimed;
    },
    done: end('DONE'),
    drop: end('DROPPED'),
    fail: end('FAILED'),
    putOff: async (
      entry: OutboxEntry,
      now: Instant,
      note: string,
      { perhapsDone }: { readonly perhapsDone: boolean },
    ) =>
      change(entry, {
        state: 'PENDING',
        note,
        nextAttemptAt: addMinutes(now, backOffMinutes(entry.attempts)),
        failures: entry.failures + (perhapsDone ? 0 : 1),
      }),
    giveBack: async (entry: OutboxEntry, now: Instant) =>
      change(entry, { state: 'PENDING', nextAttemptAt: now, attempts: entry.attempts - 1 }),
    due: async (now: Instant) =>
      [...stored.values()].filter((entry) => entry.due && entry.nextAttemptAt <= now).map(({ id }) => id),
  } satisfies OutboxTable;
}
