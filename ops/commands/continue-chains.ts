import * as z from 'zod';
import { lastEvent } from '../../functions/shared/database/audit.ts';
import { chainNameOf } from '../../functions/shared/database/chains.ts';
import type { Change } from '../../functions/shared/database/database.ts';
import type { Context } from '../context.ts';

type Item = Readonly<Record<string, unknown>>;

const entitySchema = z.object({
  pk: z.string(),
  sk: z.string().optional(),
  revision: z.number().int().positive(),
});
type Entity = z.infer<typeof entitySchema>;

/**
 * Gives entities that were put back, and whose chains tell of more than their copy knows, their next revision: the audit
 * is never put back, and an entity whose revision it has told of already could not be changed any more.
 * @param items as they are stored now
 * @returns what is to be done again, a line for each entity
 */
export async function continueChains(
  {
    db,
    tables,
    commit,
    by,
    now,
  }: Pick<Context, 'db' | 'commit' | 'by' | 'now'> & {
    readonly tables: Pick<Context['tables'], 'AUDIT_TABLE'>;
  },
  {
    table,
    copy,
    items,
    beside = async () => [],
  }: {
    readonly table: string;
    readonly copy: string;
    readonly items: readonly Item[];
    /** What else changes when an entity gets a later revision. */
    readonly beside?: (entity: Entity, next: number) => Promise<readonly Change[]>;
  },
): Promise<readonly string[]> {
  const since: string[] = [];
  for (const item of items) {
    const entity = entitySchema.safeParse(item).data;
    if (!entity) continue;
    const { pk: subject, revision } = entity;
    const chain = chainNameOf(entity);
    const last = await lastEvent(db, tables.AUDIT_TABLE, chain);
    if (!last || last.number <= revision) continue;
    const next = last.number + 1;
    await commit({
      changes: [{ table, put: { ...item, revision: next }, guard: { revision } }, ...(await beside(entity, next))],
      events: [{ subject, type: 'EntityPutBack', by, at: now(), data: { copy, revision } }],
    });
    since.push(`${chain}: events ${revision + 1} to ${last.number}`);
  }
  return since;
}
