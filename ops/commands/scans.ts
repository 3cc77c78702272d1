import * as z from 'zod';
import { type Person, personSchema } from '../../functions/people/person.ts';
import { stuckSchema } from '../../functions/runs/run.ts';
import { fromItem } from '../../functions/shared/database/stored.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { pagesOf } from '../audit/table-pages.ts';
import { capabilities } from '../capabilities.ts';
import type { Context, Reading } from '../context.ts';

/* Whole tables are read by operators only, on demand. */

/** @param atOnce items of a call; as many as DynamoDB gives (1 MB) unless said */
export async function scan(db: Context['db'], table: string, atOnce?: number): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of pagesOf(db, table, { Limit: atOnce })) items.push(...page);
  return items;
}

/** Everybody of the staff, those who have left too, by id. */
export const staffStored = async ({ db, tables }: Pick<Context, 'db' | 'tables'>): Promise<Person[]> =>
  (await scan(db, tables.PEOPLE_TABLE))
    .filter(({ sk }) => sk === 'person')
    .map((item) => fromItem(personSchema, item, tables.PEOPLE_TABLE))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const stuckItem = z.object({ state: z.string(), stuck: stuckSchema });

/** What a fault has stopped, on whichever machine, the longest ago first. */
export async function stuckSubjects({ db, tables }: Pick<Reading, 'db' | 'tables'>) {
  const where = [
    ['applicant-intake', tables.APPLICATIONS_TABLE, { sk: 'application' }],
    ...capabilities.flatMap(({ revised }) =>
      revised ? [[revised.machine, tables[revised.table], revised] as const] : [],
    ),
    ['cohort-admission', tables.ADMISSIONS_TABLE, { sk: 'admission' }],
  ] as const;
  const found = await Promise.all(
    where.map(async ([machine, table, its]: readonly [MachineName, string, { pk?: string; sk?: string }]) =>
      (await scan(db, table)).flatMap((item) => {
        const isIts = [its.pk ?? item.pk, its.sk ?? item.sk].join() === [item.pk, item.sk].join();
        const subject = isIts ? stuckItem.safeParse(item).data : undefined;
        return subject ? [{ machine, id: String(its.sk === undefined ? item.sk : item.pk), ...subject }] : [];
      }),
    ),
  );
  return found.flat().sort((a, b) => (a.stuck.at < b.stuck.at ? -1 : 1));
}
