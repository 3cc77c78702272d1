import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type BudgetLine, budgetLineSchema, type Commitment, commitmentSchema, type Planned } from './budget.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   one line of a year, all lines of a year    pk = budget#2027, sk = <line>
 *   what was promised to a timetable           pk = commitment#<cohort>, sk = commitment
 *   what a claim has drawn                     pk = claim#<id>, sk = draw
 */

export const budgetsShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

const drawSchema = storedObject({
  claim: z.string(),
  commitment: z.string(),
  year: z.int(),
  line: z.string(),
  amount: z.int(),
});
export type Draw = z.infer<typeof drawSchema>;

type LineName = Pick<Planned, 'year' | 'line'>;

export function budgetsTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  return {
    line: ({ year, line }: LineName): Promise<BudgetLine | undefined> => get(budgetLineSchema, `budget#${year}`, line),
    linesOf: async (year: number): Promise<BudgetLine[]> => {
      const lines = await below(`budget#${year}`);
      return lines.map((found) => fromItem(budgetLineSchema, found, table));
    },
    commitment: (id: string): Promise<Commitment | undefined> =>
      get(commitmentSchema, `commitment#${id}`, 'commitment'),
    draw: (claim: string): Promise<Draw | undefined> => get(drawSchema, `claim#${claim}`, 'draw'),
    saveLine: (next: BudgetLine, was: BudgetLine | undefined): Change => ({
      table,
      put: { pk: `budget#${next.year}`, sk: next.line, ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
    saveCommitment: (next: Commitment, was: Commitment | undefined): Change => ({
      table,
      put: { pk: `commitment#${next.id}`, sk: 'commitment', ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
    putDraw: (draw: Draw): Change => ({
      table,
      put: { pk: `claim#${draw.claim}`, sk: 'draw', ...draw },
      guard: { absent: 'pk' },
    }),
    /** With the commitment, which guards it. */
    removeDraw: ({ claim }: Draw): Change => ({
      table,
      remove: { pk: `claim#${claim}`, sk: 'draw' },
      guard: { unguarded: true },
    }),
  };
}
export type BudgetsTable = ReturnType<typeof budgetsTable>;
