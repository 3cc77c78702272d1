import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../shared/database/database.ts';
import { addMinutes, type Instant, secondsOf } from '../shared/time.ts';
import { backOffMinutes, deferralMinutes, dueIn, keptDays, type Lease, type OutboxEntry, type Queue } from './entry.ts';

/** Until when an entry is kept that is done or was dropped, in seconds since 1970. */
export const afterKept = (now: Instant): number => secondsOf(now) + keptDays * 86_400;

/** How a try ends, written by whoever holds the lease: each is refused once another worker has it. */
export function leasedUpdates(db: Database, table: string) {
  const update = (
    { id, attempts }: Lease,
    expression: string,
    { names = {}, values }: { readonly names?: Record<string, string>; readonly values: Record<string, unknown> },
  ) =>
    db.send(
      new UpdateCommand({
        TableName: table,
        Key: { id },
        UpdateExpression: expression,
        ConditionExpression: '#state = :sending AND attempts = :attempts',
        ExpressionAttributeNames: { '#state': 'state', ...names },
        ExpressionAttributeValues: { ':sending': 'SENDING', ':attempts': attempts, ...values },
      }),
    );
  const finish = (lease: Lease, state: 'DONE' | 'DROPPED' | 'FAILED', now: Instant, note: string) =>
    update(
      lease,
      `SET #state = :state, finishedAt = :now, note = :note${state === 'FAILED' ? '' : ', expiresAt = :expires'} REMOVE due, leaseUntil`,
      {
        values: {
          ':state': state,
          ':now': now,
          ':note': note,
          ...(state === 'FAILED' ? {} : { ':expires': afterKept(now) }),
        },
      },
    );

  return {
    done: (lease: Lease, now: Instant, note: string) => finish(lease, 'DONE', now, note),
    drop: (lease: Lease, now: Instant, why: string) => finish(lease, 'DROPPED', now, why),
    fail: (lease: Lease, now: Instant, error: string) => finish(lease, 'FAILED', now, error),

    /** Tries again later, by the back-off; counted as a failure only if it is certain that nothing was sent. */
    retryLater: (lease: Lease, now: Instant, error: string, { perhapsDone }: { readonly perhapsDone: boolean }) =>
      update(
        lease,
        'SET #state = :pending, nextAttemptAt = :next, note = :note REMOVE leaseUntil ADD failures :failed',
        {
          values: {
            ':pending': 'PENDING',
            ':next': addMinutes(now, backOffMinutes(lease.attempts)),
            ':note': error,
            ':failed': perhapsDone ? 0 : 1,
          },
        },
      ),

    /** Tries again when the state that refused it may have passed; no try is counted. */
    defer: (entry: OutboxEntry, now: Instant, why: string) =>
      update(
        entry,
        'SET #state = :pending, nextAttemptAt = :next, note = :note, attempts = :before, deferrals = :deferrals REMOVE leaseUntil',
        {
          values: {
            ':pending': 'PENDING',
            ':next': addMinutes(now, deferralMinutes((entry.deferrals ?? 0) + 1)),
            ':note': why,
            ':before': entry.attempts - 1,
            ':deferrals': (entry.deferrals ?? 0) + 1,
          },
        },
      ),

    /** As if it had not been leased: due since its last try, or since it was made, and no try is counted. */
    release: (entry: OutboxEntry, queue: Queue, since: Instant) =>
      update(entry, 'SET #state = :pending, nextAttemptAt = :since, attempts = :before, due = :due REMOVE leaseUntil', {
        values: {
          ':pending': 'PENDING',
          ':since': since,
          ':before': entry.attempts - 1,
          ':due': dueIn(queue, entry.id),
        },
      }),
  };
}
