import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBServiceException,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Database } from '../../../functions/shared/database/database.ts';
import { testCloud } from '../cloud.ts';
import { memoryDatabase } from './memory-database.ts';
import { type TableShape, tableShapes } from './memory-tables.ts';

/*
 * The same cases on the database in memory, with which the unit tests work, and on the local cloud's DynamoDB: what they
 * answer has to be the same.
 */

export type TableName = keyof typeof tableShapes;
export interface Side {
  readonly db: Database;
  readonly table: (name: TableName) => string;
}

/** Tables of its own, of the same shapes: nothing of the app reads what the cases leave, nor acts on it. */
const ownTable = (name: string) => `contract-${process.pid}-${name}`;
export const shapedTables = Object.entries<TableShape>(tableShapes);

let sides: readonly [Side, Side];
/** Makes the tables before the tests of a file, and takes them away after. */
export function bothDatabases(): void {
  beforeAll(async () => {
    const { db } = await testCloud();
    for (const [name, { keys, numeric, indexes = {} }] of shapedTables) {
      const schema = ([partition, sort]: TableShape['keys']): KeySchemaElement[] => [
        { AttributeName: partition, KeyType: 'HASH' },
        ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' } as const] : []),
      ];
      const names = new Set([...keys, ...Object.values(indexes).flatMap((index) => index.keys)]);
      const secondary = Object.entries(indexes).map(
        ([IndexName, index]): GlobalSecondaryIndex => ({
          IndexName,
          KeySchema: schema(index.keys),
          Projection: index.including
            ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.including] }
            : { ProjectionType: index.whole ? 'ALL' : 'KEYS_ONLY' },
        }),
      );
      await db.send(
        new CreateTableCommand({
          TableName: ownTable(name),
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: schema(keys),
          AttributeDefinitions: [...names].map((AttributeName) => ({
            AttributeName,
            AttributeType: AttributeName === numeric ? 'N' : 'S',
          })),
          ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
        }),
      );
    }
    sides = [
      { db: memoryDatabase().db, table: (name) => name },
      { db, table: ownTable },
    ];
  });
  afterAll(async () => {
    const { db } = await testCloud();
    for (const [name] of shapedTables) await db.send(new DeleteTableCommand({ TableName: ownTable(name) }));
  });
}

let cases = 0;

/** What a call answered, or the name and what it says of the items of its refusal. */
async function answerOf(call: () => Promise<object>): Promise<unknown> {
  try {
    const { $metadata: _, ...answer } = { $metadata: undefined, ...(await call()) };
    return answer;
  } catch (error) {
    if (!(error instanceof DynamoDBServiceException)) throw error;
    return {
      refused: error.name,
      ...(error instanceof ConditionalCheckFailedException && error.Item && { item: error.Item }),
      ...(error instanceof TransactionCanceledException && {
        reasons: error.CancellationReasons?.map(({ Code, Item }) => ({ Code, Item })),
      }),
    };
  }
}

/** Does the same on both sides, under a key that no other case has, and compares every answer. */
export async function alike(
  act: (side: Side, key: string, said: (call: Promise<object>) => Promise<unknown>) => Promise<void>,
): Promise<readonly unknown[]> {
  cases += 1;
  const key = `contract-${process.pid}-${cases}`;
  const [memory, cloud] = await Promise.all(
    sides.map(async (side) => {
      const answers: unknown[] = [];
      await act(side, key, async (call) => {
        const answer = await answerOf(() => call);
        answers.push(answer);
        return answer;
      });
      return answers;
    }),
  );
  expect(memory).toEqual(cloud);
  return memory ?? [];
}

export const get = ({ db, table }: Side, pk: string, sk = 'x') =>
  db.send(new GetCommand({ TableName: table('seats'), Key: { pk, sk }, ConsistentRead: true }));
export const put = ({ db, table }: Side, item: Record<string, unknown>, more: object = {}) =>
  db.send(new PutCommand({ TableName: table('seats'), Item: { sk: 'x', ...item }, ...more }));
