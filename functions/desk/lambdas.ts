import * as z from 'zod';
import { codesEnvironment, linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const deskLambdas = {
  'desk-pages': {
    description: 'The desk of everybody of the staff: signing in, what waits for them',
    environment: z.object({
      ...linksEnvironment.shape,
      ...codesEnvironment.shape,
      /** How many codes one source may ask for in an hour. */
      CODES_AN_HOUR: z.string().regex(/^[1-9]\d*$/),
    }),
    tables: {
      people: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'index/open-for', 'index/done-by'],
      rounds: ['GetItem'],
      codes: ['GetItem', 'PutItem', 'UpdateItem'],
      sessions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      addresses: ['GetItem'],
    },
    commits: 'audit and outbox',
    may: ['derive codes', 'sign links'],
    routes: ['/desk', '/desk/{proxy+}'],
    memory: 1024,
  },
} as const satisfies Lambdas;
