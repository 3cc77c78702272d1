import type { Lambdas } from '../shared/aws/lambda.ts';

/** What the Lambdas of others do with residencies. */
export const residenciesLambdas = {
  'desk-pages': { tables: { residencies: ['GetItem'] } },
  'outbox-dispatch': { tables: { residencies: ['GetItem'] } },
  'outbox-sweep': { tables: { residencies: ['GetItem'] } },
  'runs-reconcile': {
    tables: {
      residencies: ['GetItem', 'PutItem', 'index/needs-run'],
      residencyEvents: ['GetItem', 'PutItem', 'index/needs-run'],
    },
  },
  'seats-pages': { tables: { residencies: ['PutItem'], applications: ['GetItem'] } },
  'spaces-pages': { tables: { residencies: ['Query'] } },
} as const satisfies Lambdas;
