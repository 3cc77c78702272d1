import { noEnvironment, pagesEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const selectionLambdas = {
  'selection-pages': {
    description: 'The lot of a round',
    environment: pagesEnvironment,
    tables: { admissions: ['GetItem'], rounds: ['GetItem'] },
    routes: ['/lot/{proxy+}'],
  },
  'selection-tasks': {
    description: 'The steps of the selection, from the opening of a round to its ranking',
    environment: noEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      screenings: ['GetItem', 'Query', 'PutItem'],
      requests: ['PutItem'],
      applications: ['GetItem', 'Query'],
      rounds: ['GetItem', 'ConditionCheckItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },

  // What the Lambdas of others do with what is brought here.
  'applications-pages': { tables: { admissions: ['GetItem', 'ConditionCheckItem'] } },
  'screening-pages': { tables: { admissions: ['GetItem', 'PutItem'] } },
  'outbox-dispatch': { tables: { admissions: ['GetItem'] } },
  'outbox-sweep': { tables: { admissions: ['GetItem'] } },
  'runs-reconcile': { tables: { admissions: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
