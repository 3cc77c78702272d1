import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { forDatabase } from '../aws/client-timeouts.ts';

export type Database = DynamoDBDocumentClient;

/** One client a Lambda worker, made outside of the handler so that its connections are kept. */
export const openDatabase = (): Database =>
  DynamoDBDocumentClient.from(new DynamoDBClient(forDatabase()), {
    marshallOptions: { removeUndefinedValues: true },
  });

/** What a change expects to find, so that the second of two concurrent changes is refused. */
export type Guard =
  /** Nothing is there yet; names an attribute that every item of the table has. */
  | { readonly absent: string }
  /** The entity as it was read: its revision, and its state if the lifecycle decides. */
  | { readonly revision: number; readonly state?: string }
  /** The state alone: for what is only looked at, whatever else changes. */
  | { readonly state: string }
  /** An outbox entry that nobody has tried to deliver since it was read. */
  | { readonly state: string; readonly attempts: number }
  /** A row that has no events, as often as it was changed. */
  | { readonly count: number }
  /** An index entry as it was read: what it leads to. */
  | { readonly reference: string }
  /** What is changed often and has no chain of events, as it was read. */
  | { readonly saves: number }
  /** A row that is used once, as it was read: another that has taken its place stays. */
  | { readonly once: string }
  /** Index entries beside an entity that has a guard of its own. */
  | { readonly unguarded: true };

/** One part of a transaction: the whole next item, a key to delete, or one whose item only has to be as the guard says. */
export type Change =
  | { readonly table: string; readonly put: Readonly<Record<string, unknown>>; readonly guard: Guard }
  | { readonly table: string; readonly remove: Readonly<Record<string, unknown>>; readonly guard: Guard }
  | { readonly table: string; readonly check: Readonly<Record<string, unknown>>; readonly guard: Guard };

interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** A guard as the condition expression of a TransactWriteItems item. */
export function conditionOf(guard: Guard): Condition {
  if ('unguarded' in guard) return {};
  if ('absent' in guard) {
    return { ConditionExpression: 'attribute_not_exists(#key)', ExpressionAttributeNames: { '#key': guard.absent } };
  }
  const expected = Object.entries(guard).filter(([, value]) => value !== undefined);
  return {
    ConditionExpression: expected.map(([name]) => `#${name} = :${name}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(expected.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(expected.map(([name, value]) => [`:${name}`, value])),
  };
}
