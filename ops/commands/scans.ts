import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { stuckSchema } from '../../functions/runs/run.ts';
import * as brought from '../brought.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import type { Context, Reading } from '../context.ts';

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

const stuckItem = z.object({ state: z.string(), stuck: stuckSchema });

/** What a fault has stopped, on whichever machine, the longest ago first. */
export async function stuckSubjects({ db, tables }: Pick<Reading, 'db' | 'tables'>) {
  const where = [
    ['applicant-intake', tables.APPLICATIONS_TABLE, 'application'],
    ...Object.values<CapabilityOps>(brought).flatMap(({ revised }) =>
      revised ? [[revised.machine, tables[revised.table], revised.sk] as const] : [],
    ),
    ['cohort-admission', tables.ADMISSIONS_TABLE, 'admission'],
  ] as const;
  const found = await Promise.all(
    where.map(async ([machine, table, sk]) =>
      (await scan(db, table)).flatMap((item) => {
        const subject = item.sk === sk ? stuckItem.safeParse(item).data : undefined;
        return subject ? [{ machine, id: String(item.pk), ...subject }] : [];
      }),
    ),
  );
  return found.flat().sort((a, b) => (a.stuck.at < b.stuck.at ? -1 : 1));
}
