import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type Application, applicationSchema } from '../../functions/applications/application.ts';
import type { Context } from '../context.ts';

/* Whole tables are read by operators only, on demand. */

export async function scan(db: Context['db'], table: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** Applications that a fault has stopped, the longest ago first. */
export async function stuckApplications({ db, tables }: Context): Promise<Application[]> {
  const items = await scan(db, tables.APPLICATIONS_TABLE);
  return items
    .filter((item) => item.sk === 'application' && item.stuck !== undefined)
    .map((item) => applicationSchema.parse(item))
    .sort((a, b) => (a.stuck?.at ?? '').localeCompare(b.stuck?.at ?? ''));
}
