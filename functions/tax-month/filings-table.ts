import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Filing, filingSchema } from './filing.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   what was filed for a month, by its due dates, the oldest of each first   pk = 2027-04, sk = income-tax#0001
 */

export const filingsShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

export function filingsTable(db: Database, table: string) {
  const { below } = keyedItems(db, table);
  return {
    ofMonth: async (month: string): Promise<Filing[]> =>
      (await below(month)).map((found) => fromItem(filingSchema, found, table)),
    put: (filing: Filing): Change => ({
      table,
      put: { pk: filing.month, sk: `${filing.due}#${String(filing.number).padStart(4, '0')}`, ...filing },
      guard: { absent: 'pk' },
    }),
  };
}
export type FilingsTable = ReturnType<typeof filingsTable>;
