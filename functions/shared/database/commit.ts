import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type HeldDraft, heldEntry, newEntry, type OutboxDraft, type StoredMessage } from '../../outbox/entry.ts';
import { Conflict } from '../errors.ts';
import { doubling, retrying } from '../retry.ts';
import type { Instant } from '../time.ts';
import { tries } from '../tries.ts';
import type { EventDraft } from './audit.ts';
import { chained } from './chains.ts';
import { type Change, conditionOf, type Database } from './database.ts';

/** All that one decision changes; stored whole or not at all. */
export interface Commitment {
  readonly changes: readonly Change[];
  /**
   * What happened: an event goes to the chain of an entity that changes, if it is about one. Entities of which nothing is
   * told get one that leads to the first; that one's hash names the outbox entries.
   */
  readonly events: readonly [EventDraft, ...EventDraft[]];
  /** What has to leave the system because of it. */
  readonly outbox?: readonly OutboxDraft[];
  /** What leaves later, unless it is dropped before. */
  readonly held?: readonly HeldDraft[];
  /** What was given up and leaves once more, as it was stored. */
  readonly again?: readonly StoredMessage[];
}

/** What a decision adds to a commit that somebody else makes: nothing, if there is nothing to add. */
export interface Parts {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
  readonly outbox: readonly OutboxDraft[];
}

/** All parts of some decisions that are stored together. */
export const joinedParts = (all: readonly Parts[]): Parts => ({
  changes: all.flatMap(({ changes }) => changes),
  events: all.flatMap(({ events }) => events),
  outbox: all.flatMap(({ outbox }) => outbox),
});

export type Commit = (commitment: Commitment) => Promise<void>;

/**
 * The only way to store: entity changes under their guards, the audit events and the outbox entries in one
 * TransactWriteItems (at most 100 items, which no decision comes near). A draft is no decision: docs/adr/0024.
 * @throws Conflict when a guard does not hold or another transaction is under way on the same items.
 */
export const committer =
  (db: Database, tables: { readonly audit: string; readonly outbox: string }): Commit =>
  async ({ changes, events, outbox = [], held = [], again = [] }) => {
    const told = await chained(db, tables.audit, changes, events);
    const entries = [
      ...[...outbox, ...again].map((draft, index) =>
        newEntry(draft, `${told.first.about}.${told.first.hash.slice(0, 12)}.${index}`, told.first.at),
      ),
      ...held.map((draft) => heldEntry(draft, told.first.at)),
    ];
    const transaction = new TransactWriteCommand({
      TransactItems: [
        ...told.changes.map(transactItem),
        ...told.events.map((event) => ({
          Put: { TableName: tables.audit, Item: event, ...conditionOf({ absent: 'subject' }) },
        })),
        ...entries.map((entry) => ({
          Put: { TableName: tables.outbox, Item: entry, ...conditionOf({ absent: 'id' }) },
        })),
      ],
    });
    await store(db, transaction);
  };

/** What is stored together and decides nothing: rows that go by themselves, and mails that leave because of them. */
export interface Stored {
  readonly changes: readonly Change[];
  readonly outbox: readonly { readonly id: string; readonly message: OutboxDraft }[];
  readonly at: Instant;
}

export type Store = (stored: Stored) => Promise<void>;

/**
 * Stores without an event. Only for what no entity is: anybody may ask for a code, and an audit of who did would be
 * filled by anybody.
 * @throws Conflict as `commit` does
 */
export const storer =
  (db: Database, tables: { readonly outbox: string }): Store =>
  async ({ changes, outbox, at }) => {
    const entries = outbox.map(({ id, message }) => newEntry(message, id, at));
    const puts = entries.map((entry) => ({ table: tables.outbox, put: entry, guard: { absent: 'id' } }));
    await store(db, new TransactWriteCommand({ TransactItems: [...changes, ...puts].map(transactItem) }));
  };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html */
function transactItem(change: Change) {
  const { table: TableName } = change;
  const condition = conditionOf(change.guard);
  if ('put' in change) return { Put: { TableName, Item: change.put, ...condition } };
  if ('remove' in change) return { Delete: { TableName, Key: change.remove, ...condition } };
  return { ConditionCheck: { TableName, Key: change.check, ConditionExpression: '', ...condition } };
}

async function store(db: Database, transaction: TransactWriteCommand): Promise<void> {
  try {
    await retrying(() => db.send(transaction), {
      tries: tries.throttledTransaction,
      mayPass: (error) => !cancelledFor(error, lost) && cancelledFor(error, throttled),
      pause: doubling(50),
    });
  } catch (error) {
    if (cancelledFor(error, lost)) throw new Conflict('somebody was first');
    throw error;
  }
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
const lost = ['ConditionalCheckFailed', 'TransactionConflict'];
const throttled = ['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded'];

const cancelledFor = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code = '' }) => codes.includes(Code));
