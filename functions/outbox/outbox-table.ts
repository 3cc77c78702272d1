import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../shared/database.ts';
import type { TableShape } from '../shared/table-shape.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { backOffMinutes, dueShards, entrySchema, leaseMinutes, type OutboxEntry } from './entry.ts';

/*
 * Access patterns (partition key `id`; index `due`: `due` shard, `nextAttemptAt`):
 * one entry (consistent) · claim · confirm, drop, fail, put off, give back (each under the claim) · what is due until now, by shard.
 * Entries are born in `commit`; their delivery is the one thing that is written outside of it.
 */

export const outboxShape = {
  partition: 'id',
  indexes: [{ name: 'due', partition: 'due', sort: 'nextAttemptAt' }],
  stream: true,
  expires: true,
} as const satisfies TableShape;

const keptDays = 180;
const afterKept = (now: Instant): number => Math.floor(Date.parse(now) / 1000) + keptDays * 86_400;

export function outboxTable(db: Database, table: string) {
  const finish = (entry: OutboxEntry, state: 'DONE' | 'DROPPED' | 'FAILED', now: Instant, note: string) =>
    db.send(
      new UpdateCommand({
        TableName: table,
        Key: { id: entry.id },
        UpdateExpression: `SET #state = :state, finishedAt = :now, note = :note${state === 'FAILED' ? '' : ', expiresAt = :expires'} REMOVE due, leaseUntil`,
        ConditionExpression: '#state = :sending AND attempts = :attempts',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':state': state,
          ':now': now,
          ':note': note,
          ':sending': 'SENDING',
          ':attempts': entry.attempts,
          ...(state === 'FAILED' ? {} : { ':expires': afterKept(now) }),
        },
      }),
    );

  return {
    get: async (id: string): Promise<OutboxEntry | undefined> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      return Item ? entrySchema.parse(Item) : undefined;
    },

    /** Takes the entry under a lease. Nothing, where another worker has it, it is final, or it is not due. */
    claim: async (id: string, now: Instant): Promise<OutboxEntry | undefined> => {
      try {
        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: 'SET #state = :sending, leaseUntil = :lease, nextAttemptAt = :lease ADD attempts :one',
            ConditionExpression:
              '(#state = :pending AND (attempts = :none OR nextAttemptAt <= :now)) OR (#state = :sending AND leaseUntil < :now)',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':pending': 'PENDING',
              ':sending': 'SENDING',
              ':lease': addMinutes(now, leaseMinutes),
              ':now': now,
              ':one': 1,
              ':none': 0,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return entrySchema.parse(Attributes);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    done: (entry: OutboxEntry, now: Instant, note: string) => finish(entry, 'DONE', now, note),
    drop: (entry: OutboxEntry, now: Instant, why: string) => finish(entry, 'DROPPED', now, why),
    fail: (entry: OutboxEntry, now: Instant, error: string) => finish(entry, 'FAILED', now, error),

    /** Tries again later, by the back-off; counted as a failure only where it is certain that nothing was sent. */
    putOff: (entry: OutboxEntry, now: Instant, error: string, { perhapsDone }: { readonly perhapsDone: boolean }) =>
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: { id: entry.id },
          UpdateExpression:
            'SET #state = :pending, nextAttemptAt = :next, note = :note REMOVE leaseUntil ADD failures :failed',
          ConditionExpression: '#state = :sending AND attempts = :attempts',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':pending': 'PENDING',
            ':sending': 'SENDING',
            ':next': addMinutes(now, backOffMinutes(entry.attempts)),
            ':note': error,
            ':attempts': entry.attempts,
            ':failed': perhapsDone ? 0 : 1,
          },
        }),
      ),

    /** As if it had not been claimed: due again at once, and no try is counted. */
    giveBack: (entry: OutboxEntry, now: Instant) =>
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: { id: entry.id },
          UpdateExpression: 'SET #state = :pending, nextAttemptAt = :now, attempts = :before REMOVE leaseUntil',
          ConditionExpression: '#state = :sending AND attempts = :attempts',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':pending': 'PENDING',
            ':sending': 'SENDING',
            ':now': now,
            ':attempts': entry.attempts,
            ':before': entry.attempts - 1,
          },
        }),
      ),

    /** Ids of what is due, oldest first within a shard, `perShard` at most of each. */
    due: async (now: Instant, perShard = 200): Promise<string[]> => {
      const shards = await Promise.all(
        Array.from({ length: dueShards }, (_, shard) =>
          db.send(
            new QueryCommand({
              TableName: table,
              IndexName: 'due',
              KeyConditionExpression: 'due = :shard AND nextAttemptAt <= :now',
              ExpressionAttributeValues: { ':shard': `due-${shard}`, ':now': now },
              Limit: perShard,
            }),
          ),
        ),
      );
      return shards.flatMap(({ Items = [] }) => Items.map((item) => String(item.id)));
    },
  };
}
export type OutboxTable = ReturnType<typeof outboxTable>;
