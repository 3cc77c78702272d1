import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Context } from '../context.ts';

export type Stored = Pick<Context, 'db' | 'tables'>;

/** A whole table, or what a filter leaves of it, a page at a time. */
export async function* pagesOf(
  db: Context['db'],
  table: string,
  more: Omit<ScanCommandInput, 'TableName' | 'ExclusiveStartKey'> = {},
): AsyncGenerator<Record<string, unknown>[]> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...more, ExclusiveStartKey: from }),
    );
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
