import { needingRun } from '../runs/needing-run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Residency, residencySchema } from './residency.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 *   one residency, all of them   pk = residencies, sk = <reference>: a Lab has some 15 a year
 *   residencies that need a run of startup-lab-onboarding (ids)
 */

export const residenciesShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

const all = 'residencies';

export function residenciesTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  return {
    get: (id: string): Promise<Residency | undefined> => get(residencySchema, all, id),
    /** By their references, ended ones too. */
    all: async (): Promise<Residency[]> => (await below(all)).map((item) => fromItem(residencySchema, item, table)),
    needing: needingRun(db, table, 'sk'),
    create: (residency: Residency): Change => ({
      table,
      put: { pk: all, sk: residency.id, ...residency },
      guard: { absent: 'pk' },
    }),
    save: (next: Residency, was: Pick<Residency, 'revision' | 'state'>): Change => ({
      table,
      put: { pk: all, sk: next.id, ...next },
      guard: { revision: was.revision, state: was.state },
    }),
  };
}
export type ResidenciesTable = ReturnType<typeof residenciesTable>;
