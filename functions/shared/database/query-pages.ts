import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Database } from './database.ts';

/*
 * A query is answered a megabyte at a time, filtered or not:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
 * Whoever wants the first few gives a limit and sends it by itself; all there is comes from here.
 */

type Query = Omit<QueryCommandInput, 'ExclusiveStartKey'>;
type Item = Record<string, unknown>;

/** The items of a query, as many at a time as one answer has: the limit is that of an answer, not of all. */
export async function* queryPages(db: Database, query: Query): AsyncGenerator<readonly Item[], void> {
  for await (const { Items = [] } of answers(db, query)) yield Items;
}

/** All items of a query. */
export async function queryAll(db: Database, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of queryPages(db, query)) items.push(...page);
  return items;
}

/** How many items a query has, without reading them. */
export async function queryCount(db: Database, query: Query): Promise<number> {
  let count = 0;
  for await (const { Count = 0 } of answers(db, { ...query, Select: 'COUNT' })) count += Count;
  return count;
}

async function* answers(db: Database, query: Query) {
  let start: Item | undefined;
  do {
    const answer = await db.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    yield answer;
    start = answer.LastEvaluatedKey;
  } while (start);
}
