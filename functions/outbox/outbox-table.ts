import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database.ts';
import type { TableShape } from '../shared/table-shape.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import {
  backOffMinutes,
  deferralMinutes,
  dueIn,
  entrySchema,
  type Lease,
  type Leased,
  leaseMinutes,
  minutesToSend,
  type OutboxEntry,
  type Queue,
  shardsOf,
} from './entry.ts';

/*
 * Access patterns (partition key `id`; index `due`: queue and shard, `nextAttemptAt`):
 * one entry (consistent) · lease · confirm, drop, fail, retry later, defer, release (each under the lease) · whether a lease
 * still holds (consistent) · move a new one to the queue of its class · what is due until now, by queue.
 * Entries are born in `commit`, which also drops what is held back and needed no more; their delivery is the one thing
 * that is written outside of it.
 */

export const outboxShape = {
  partition: 'id',
  indexes: [{ name: 'due', partition: 'due', sort: 'nextAttemptAt' }],
  stream: true,
  expires: true,
} as const satisfies TableShape;

/** Of an entry that is new and not held back: whatever the clock of whoever stored it says, it may leave at once. */
const untried = 'attempts = :none AND attribute_not_exists(deferrals) AND attribute_not_exists(heldUntil)';

const keptDays = 180;
const afterKept = (now: Instant): number => Math.floor(Date.parse(now) / 1000) + keptDays * 86_400;

/** What is due, and since when. */
export interface Due {
  readonly id: string;
  readonly since: Instant;
}

const leaseSchema = z.object({ id: z.string(), attempts: z.number() });
const heldSchema = z.object({ state: z.literal('SENDING'), attempts: z.number(), leaseUntil: instantSchema });

type Attributes = Record<string, unknown> | undefined;

/** A leased item as an entry, or as what could not be read of it: the attempt is counted in either. */
function leasedOf(item: Attributes): Leased {
  const parsed = entrySchema.safeParse(item);
  if (parsed.success) return { kind: 'entry', entry: parsed.data };
  return { kind: 'unreadable', lease: leaseSchema.parse(item) };
}

/** The item of a failed condition, as it came. */
type Raw = ConditionalCheckFailedException['Item'];

/** Whether an item that could not be leased is one that nobody will ever lease, though it is due. */
const isLost = (item: Raw): boolean =>
  item?.due !== undefined &&
  !(item.state?.S === 'PENDING' || (item.state?.S === 'SENDING' && item.leaseUntil?.S !== undefined));

export function outboxTable(db: Database, table: string) {
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

  /** Takes what nobody can lease, as one whose tries are used up. */
  const takeLost = async (id: string, now: Instant): Promise<Leased> => {
    await db.send(
      new UpdateCommand({
        TableName: table,
        Key: { id },
        UpdateExpression: 'SET #state = :sending, leaseUntil = :lease, nextAttemptAt = :lease, attempts = :most',
        ConditionExpression: 'attribute_exists(due)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':sending': 'SENDING',
          ':lease': addMinutes(now, leaseMinutes),
          ':most': tries.outboxEntry,
        },
      }),
    );
    return { kind: 'unreadable', lease: { id, attempts: tries.outboxEntry } };
  };

  return {
    get: async (id: string): Promise<OutboxEntry | undefined> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      return Item ? entrySchema.parse(Item) : undefined;
    },

    /** As it is stored, readable or not. */
    item: async (id: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      return Item;
    },

    /** One that was given up leaves as another: it is given up no more. */
    resent: (item: Readonly<Record<string, unknown>>, now: Instant): Change => ({
      table,
      put: { ...item, state: 'DROPPED', note: 'resent', expiresAt: afterKept(now) },
      guard: { state: 'FAILED' },
    }),

    /** One that is held back is needed no more. Whoever has begun to send it since it was read wins: a conflict. */
    unneeded: (held: OutboxEntry, now: Instant, why: string): Change => {
      const { due: _, ...entry } = held;
      const put = { ...entry, state: 'DROPPED', note: why, finishedAt: now, expiresAt: afterKept(now) };
      return { table, put, guard: { state: 'PENDING', attempts: held.attempts } };
    },

    /**
     * Takes the entry under a lease. Nothing, if another worker has it, it is final, or it is not due. What is due
     * and has no state or number of attempts that could be leased is unreadable, with its tries used up.
     */
    lease: async (id: string, now: Instant): Promise<Leased | undefined> => {
      try {
        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: 'SET #state = :sending, leaseUntil = :lease, nextAttemptAt = :lease ADD attempts :one',
            ConditionExpression: `(#state = :pending AND ((${untried}) OR nextAttemptAt <= :now)) OR (#state = :sending AND leaseUntil < :now)`,
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
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return leasedOf(Attributes);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return isLost(error.Item) ? await takeLost(id, now) : undefined;
        }
        if (error instanceof DynamoDBServiceException && error.name === 'ValidationException') return takeLost(id, now);
        throw error;
      }
    },

    /** Whether the lease holds for as long as a mail takes: a worker that hung may have lost it. */
    holds: async ({ id, attempts }: Lease, now: Instant): Promise<boolean> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      const held = heldSchema.safeParse(Item).data;
      return held?.attempts === attempts && held.leaseUntil >= addMinutes(now, minutesToSend);
    },

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

    /** Moves an entry that was never tried to a queue, due since it was stored. */
    enqueue: async (id: string, queue: Queue, since: Instant): Promise<void> => {
      try {
        await db.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: 'SET due = :due, nextAttemptAt = :since',
            ConditionExpression: `#state = :pending AND ${untried}`,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':pending': 'PENDING', ':none': 0, ':due': dueIn(queue, id), ':since': since },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** What is due in a queue, oldest first within a shard, `perShard` at most of each. */
    due: async (queue: Queue, now: Instant, perShard = 200): Promise<Due[]> => {
      const shards = await Promise.all(
        shardsOf(queue).map((shard) =>
          db.send(
            new QueryCommand({
              TableName: table,
              IndexName: 'due',
              KeyConditionExpression: 'due = :shard AND nextAttemptAt <= :now',
              ExpressionAttributeValues: { ':shard': shard, ':now': now },
              Limit: perShard,
            }),
          ),
        ),
      );
      return shards.flatMap(({ Items = [] }) =>
        Items.map(({ id, nextAttemptAt }) => ({
          id: String(id),
          since: instantSchema.safeParse(nextAttemptAt).data ?? now,
        })),
      );
    },
  };
}
export type OutboxTable = ReturnType<typeof outboxTable>;
