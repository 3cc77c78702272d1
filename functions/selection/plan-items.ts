import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import { type Plan, type PlanPage, planPageSchema, planSchema } from './assignment-plan.ts';

const pageKey = (page: number): string => `plan#${String(page).padStart(4, '0')}`;

/** The assignment of a round in the table of admissions: sk = plan, and its pages sk = plan#0001. */
export function planItems(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  return {
    plan: async (roundId: string): Promise<Plan | undefined> => {
      const found = await item(roundId, 'plan');
      return found ? fromItem(planSchema, found, table) : undefined;
    },
    planPage: async (roundId: string, page: number): Promise<PlanPage | undefined> => {
      const found = await item(roundId, pageKey(page));
      return found ? fromItem(planPageSchema, found, table) : undefined;
    },
    putPlan: (plan: Plan): Change => ({
      table,
      put: { pk: plan.roundId, sk: 'plan', ...plan },
      guard: { unguarded: true },
    }),
    putPlanPage: (page: PlanPage): Change => ({
      table,
      put: { pk: page.roundId, sk: pageKey(page.page), ...page },
      guard: { unguarded: true },
    }),
  };
}
