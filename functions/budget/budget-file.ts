import * as z from 'zod';
import { idSchema, textSchema } from '../rounds/round-parts.ts';
import { type CheckedFile, checkYaml } from '../shared/files/check-yaml.ts';
import { budgetLineSchema } from './budget.ts';

const { year, ceiling } = budgetLineSchema.shape;

const budgetFileSchema = z.strictObject({
  year: year.describe('The fiscal year, 1 January to 31 December.'),
  example: z.boolean().describe('Amounts are examples that finance has not confirmed.'),
  lines: z.record(
    idSchema,
    z.strictObject({
      title: textSchema,
      ceiling: ceiling.describe('Won.'),
      source: z.string().regex(/\S/).describe('The decision that says so.'),
    }),
  ),
});
export type BudgetFile = z.output<typeof budgetFileSchema>;

/** The JSON schema by which editors check and complete `rules/budget/*.yaml`. */
export const budgetJsonSchema = () => z.toJSONSchema(budgetFileSchema, { io: 'input' });

/** Reads the budget of a year. */
export const checkBudgetFile = (yaml: string): CheckedFile<BudgetFile> =>
  checkYaml(yaml, budgetFileSchema, 'a budget', () => []);
