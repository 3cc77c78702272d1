import * as z from 'zod';
import { codesEnvironment, linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What applicants see. */
export const applicationsLambdas = {
  'applications-pages': {
    description: 'What applicants see: start, form, status',
    environment: z.object({
      ...linksEnvironment.shape,
      ...codesEnvironment.shape,
      /** How many codes one source may ask for in an hour. */
      CODES_AN_HOUR: z.string().regex(/^[1-9]\d*$/),
    }),
    tables: {
      applications: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem', 'index/listed'],
      people: ['GetItem'],
      codes: ['GetItem', 'PutItem', 'UpdateItem'],
      sessions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      addresses: ['GetItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links', 'derive codes'],
    routes: ['$default'],
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { applications: ['GetItem'], codes: ['GetItem'] } },
  'outbox-sweep': { tables: { applications: ['GetItem'], codes: ['GetItem'] } },
  'requests-chase': { tables: { applications: ['GetItem', 'PutItem'] } },
  'runs-reconcile': { tables: { applications: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
