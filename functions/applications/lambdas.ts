import { linksEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

/** What applicants see. */
export const applicationsLambdas = {
  'applications-pages': {
    description: 'What applicants see: start, form, status',
    environment: linksEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem', 'index/listed'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['$default'],
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { applications: ['GetItem'] } },
  'outbox-sweep': { tables: { applications: ['GetItem'] } },
  'requests-chase': { tables: { applications: ['GetItem', 'PutItem'] } },
  'runs-reconcile': { tables: { applications: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
