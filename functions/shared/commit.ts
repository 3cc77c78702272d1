import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { newEntry, type OutboxDraft } from '../outbox/entry.ts';
import { type AuditEvent, chainEvent, type EventDraft, lastEvent } from './audit.ts';
import { type Change, conditionOf, type Database } from './database.ts';
import { Conflict, Fault } from './errors.ts';
import { doubling, retrying } from './retry.ts';
import { tries } from './tries.ts';

/** All that one decision changes; stored whole or not at all. */
export interface Commitment {
  readonly changes: readonly Change[];
  /** What happened to each subject that changes: the first event's number names the outbox entries. */
  readonly events: readonly [EventDraft, ...EventDraft[]];
  /** What has to leave the system because of it. */
  readonly outbox?: readonly OutboxDraft[];
}

/** What a decision adds to a commit that somebody else makes: nothing, where there is nothing to add. */
export interface Parts {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
  readonly outbox: readonly OutboxDraft[];
}

export type Commit = (commitment: Commitment) => Promise<void>;

/**
 * The only way to store: entity changes under their guards, the audit events and the outbox entries in one
 * TransactWriteItems (at most 100 items, which no decision comes near).
 * @throws Conflict when a guard does not hold or another transaction is under way on the same items.
 */
export const committer =
  (db: Database, tables: { readonly audit: string; readonly outbox: string }): Commit =>
  async ({ changes, events, outbox = [] }) => {
    const chained: AuditEvent[] = [];
    for (const draft of events) {
      const before = chained.findLast((event) => event.subject === draft.subject);
      chained.push(chainEvent(draft, before ?? (await lastEvent(db, tables.audit, draft.subject))));
    }
    const [first] = chained;
    if (!first) throw new Fault('CommitmentEmpty');
    const entries = outbox.map((draft, index) =>
      newEntry(draft, `${first.subject}.${first.number}.${index}`, first.at),
    );
    const transaction = new TransactWriteCommand({
      TransactItems: [
        ...changes.map(transactItem),
        ...chained.map((event) => ({
          Put: { TableName: tables.audit, Item: event, ...conditionOf({ absent: 'subject' }) },
        })),
        ...entries.map((entry) => ({
          Put: { TableName: tables.outbox, Item: entry, ...conditionOf({ absent: 'id' }) },
        })),
      ],
    });
    await store(db, transaction);
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
