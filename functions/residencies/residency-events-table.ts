import { needingRun } from '../runs/needing-run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type ResidencyEvent, residencyEventSchema, residencyOfEvent } from './residency-event.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 *   one event, those of a residency   pk = <reference>, sk = <id>: some twenty in its three years
 *   events that need a run of residency-event (ids)
 */

export const residencyEventsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

export function residencyEventsTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  return {
    get: (id: string): Promise<ResidencyEvent | undefined> => get(residencyEventSchema, residencyOfEvent(id), id),
    /** Of one residency, by their ids. */
    of: async (residency: string): Promise<ResidencyEvent[]> =>
      (await below(residency)).map((item) => fromItem(residencyEventSchema, item, table)),
    needing: needingRun(db, table, 'sk'),
    create: (event: ResidencyEvent): Change => ({
      table,
      put: { pk: event.residency, sk: event.id, ...event },
      guard: { absent: 'pk' },
    }),
    save: (next: ResidencyEvent, was: Pick<ResidencyEvent, 'revision' | 'state'>): Change => ({
      table,
      put: { pk: next.residency, sk: next.id, ...next },
      guard: { revision: was.revision, state: was.state },
    }),
  };
}
export type ResidencyEventsTable = ReturnType<typeof residencyEventsTable>;
