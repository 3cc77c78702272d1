import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { readMany } from '../shared/database/read-many.ts';
import { readable } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { newId, secureRandom } from '../shared/random.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import {
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
import { afterKept, leasedUpdates } from './leased-updates.ts';

/*
 * Access patterns (partition key `id`; indexes `due`: queue and shard, `nextAttemptAt` · `mails`: `recipient`, `createdAt`):
 * one entry (consistent) · lease · confirm, drop, fail, retry later, defer, release (each under the lease) · whether a lease
 * still holds (consistent) · move a new one to the queue of its class · what is due until now, by queue · the mails to
 * somebody that were stored since there is an index of them.
 * Entries are born in `commit`, which also drops what is held back and needed no more; their delivery is the one thing
 * that is written outside of it.
 */

export const outboxShape = {
  partition: 'id',
  indexes: [
    { name: 'due', partition: 'due', sort: 'nextAttemptAt' },
    { name: 'mails', partition: 'recipient', sort: 'createdAt' },
  ],
  stream: true,
  expires: true,
} as const satisfies TableShape;

/** Of an entry that is new and not held back: whatever the clock of whoever stored it says, it may leave at once. */
const untried = 'attempts = :none AND attribute_not_exists(deferrals) AND attribute_not_exists(heldUntil)';

/** What is due, and since when. */
export interface Due {
  readonly id: string;
  readonly since: Instant;
}

const leaseSchema = z.object({ id: z.string(), attempts: z.number() });
const heldSchema = z.object({ state: z.literal('SENDING'), attempts: z.number(), leaseUntil: instantSchema });

type Attributes = Readonly<Record<string, unknown>> | undefined;

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
  const item = async (id: string): Promise<Attributes> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
    return Item;
  };

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
      const stored = await item(id);
      return stored && readable(table, stored, () => entrySchema.parse(stored));
    },

    /** `unreadable` if other code wrote it: then it is told about when it is due, and whoever looks at it goes on. */
    held: async (id: string): Promise<OutboxEntry | 'unreadable' | undefined> => {
      const stored = await item(id);
      return stored && (entrySchema.safeParse(stored).data ?? 'unreadable');
    },

    /** As it is stored, readable or not. */
    item,

    /** The newest mails to somebody, as far as this code can read them. */
    mailsTo: async (recipient: string, most: number): Promise<OutboxEntry[]> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'mails',
          KeyConditionExpression: 'recipient = :recipient',
          ExpressionAttributeValues: { ':recipient': recipient },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      const found = await readMany(
        db,
        Items.map(({ id }) => ({ table, key: { id: String(id) } })),
      );
      return found.flatMap((stored) => entrySchema.safeParse(stored).data ?? []);
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
     * If the answer is lost, the SDK asks again and is refused by its own lease, which is known by its token.
     */
    lease: async (id: string, now: Instant): Promise<Leased | undefined> => {
      const token = newId(secureRandom);
      try {
        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression:
              'SET #state = :sending, leaseUntil = :lease, nextAttemptAt = :lease, leaseToken = :token ADD attempts :one',
            ConditionExpression: `(#state = :pending AND ((${untried}) OR nextAttemptAt <= :now)) OR (#state = :sending AND leaseUntil < :now)`,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':pending': 'PENDING',
              ':sending': 'SENDING',
              ':lease': addMinutes(now, leaseMinutes),
              ':token': token,
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
          if (error.Item?.leaseToken?.S === token) return leasedOf(await item(id));
          return isLost(error.Item) ? await takeLost(id, now) : undefined;
        }
        if (error instanceof DynamoDBServiceException && error.name === 'ValidationException') return takeLost(id, now);
        throw error;
      }
    },

    ...leasedUpdates(db, table),

    /** Whether the lease holds for as long as a mail takes: a worker that hung may have lost it. */
    holds: async ({ id, attempts }: Lease, now: Instant): Promise<boolean> => {
      const held = heldSchema.safeParse(await item(id)).data;
      return held?.attempts === attempts && held.leaseUntil >= addMinutes(now, minutesToSend);
    },

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
