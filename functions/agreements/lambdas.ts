import * as z from 'zod';
import { codesEnvironment, linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const agreementsLambdas = {
  'agreements-pages': {
    description: 'Agreements: reading, signing by a code, refusing, copies signed elsewhere; anybody checks a copy',
    environment: z.object({
      ...linksEnvironment.shape,
      ...codesEnvironment.shape,
      /** How many codes one source may ask for in an hour. */
      CODES_AN_HOUR: z.string().regex(/^[1-9]\d*$/),
    }),
    tables: {
      agreements: ['GetItem', 'PutItem'],
      documents: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
      codes: ['GetItem', 'PutItem', 'UpdateItem'],
      addresses: ['GetItem'],
      sessions: ['PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links', 'derive codes'],
    routes: ['/r/agreements/{proxy+}', '/agreements/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'documents-pages': { tables: { agreements: ['GetItem'] } },
  'outbox-dispatch': { tables: { agreements: ['GetItem'] } },
  'outbox-sweep': { tables: { agreements: ['GetItem'] } },
  'requests-chase': { tables: { agreements: ['GetItem', 'PutItem'] } },
} as const satisfies Lambdas;
