import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

const figures = { residencyEvents: ['Query'] } as const;

/** Who is asked whether they stay, what is shown of them, and what follows. */
export const renewalsLambdas = {
  'renewals-pages': {
    description: 'What a startup is asked whose contract ends: whether it applies to stay',
    environment: linksEnvironment,
    tables: {
      applications: ['GetItem', 'PutItem', 'DeleteItem'],
      people: ['GetItem'],
      requests: ['GetItem', 'PutItem'],
      residencies: ['GetItem'],
      residencyEvents: ['GetItem', 'Query', 'PutItem'],
      rounds: ['GetItem'],
      sessions: ['PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/renewals/{proxy+}'],
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'applications-pages': {
    tables: { residencies: ['Query'], residencyEvents: ['GetItem', 'Query', 'PutItem'] },
  },
  'casework-pages': { tables: figures },
  'committee-pages': { tables: figures },
  'intake-pages': { tables: figures },
  'outbox-dispatch': { tables: { residencyEvents: ['GetItem'] } },
  'outbox-sweep': { tables: { residencyEvents: ['GetItem'] } },
  'requests-chase': { tables: { residencyEvents: ['GetItem', 'PutItem'] } },
  'residency-events-begin': { tables: { rounds: ['index/listed'] } },
  'residency-events-tasks': { tables: { applications: ['GetItem'] } },
  'screening-pages': { tables: figures },
  'seats-pages': { tables: { residencies: ['GetItem'], residencyEvents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
