import type { Lambdas } from '../shared/lambda.ts';

/** What the Lambdas of others do with residencies. */
export const residenciesLambdas = {
  'runs-reconcile': { tables: { residencies: ['GetItem', 'PutItem', 'index/needs-run'] } },
  'spaces-pages': { tables: { residencies: ['Query'] } },
  'seats-pages': { tables: { residencies: ['PutItem'], applications: ['GetItem'] } },
} as const satisfies Lambdas;
