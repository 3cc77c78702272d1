import { pagesEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

export const selectionLambdas = {
  'selection-pages': {
    description: 'The lot of a round',
    environment: pagesEnvironment,
    tables: { admissions: ['GetItem'], rounds: ['GetItem'] },
    routes: ['/lot/{proxy+}'],
  },

  // What the Lambdas of others do with what is brought here.
  'applications-pages': { tables: { admissions: ['GetItem', 'ConditionCheckItem'] } },
  'screening-pages': { tables: { admissions: ['GetItem', 'PutItem'] } },
  'outbox-dispatch': { tables: { admissions: ['GetItem'] } },
  'outbox-sweep': { tables: { admissions: ['GetItem'] } },
  'runs-reconcile': { tables: { admissions: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
