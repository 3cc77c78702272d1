import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { needingRun } from '../runs/needing-run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Admission, admissionSchema } from './admission.ts';
import { latchItems } from './latches.ts';
import { planItems } from './plan-items.ts';
import { snapshotItems } from './snapshot-items.ts';

/*
 * Access patterns (partition key `pk` = round id, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 * the admission of a round (sk = admission) · rounds that need a run · its snapshots (snapshot-items.ts) ·
 * the assignment of its reviewers (plan-items.ts) · whether it still takes applications (latches.ts).
 */

export const admissionsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

export function admissionsTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  return {
    ...latchItems(db, table),
    ...planItems(db, table),
    ...snapshotItems(db, table),
    get: async (roundId: string): Promise<Admission | undefined> => {
      const found = await item(roundId, 'admission');
      return found ? fromItem(admissionSchema, found, table) : undefined;
    },
    needing: needingRun(db, table),
    create: (admission: Admission): Change => ({
      table,
      put: { pk: admission.roundId, sk: 'admission', ...admission },
      guard: { absent: 'pk' },
    }),
    /** That a round is still in the state in which somebody has seen it, at the moment of a commit about something else. */
    isStill: (roundId: string, state: Admission['state']): Change => ({
      table,
      check: { pk: roundId, sk: 'admission' },
      guard: { state },
    }),
    save: (next: Admission, was: Admission): Change => ({
      table,
      put: { pk: next.roundId, sk: 'admission', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
  };
}
export type AdmissionsTable = ReturnType<typeof admissionsTable>;
