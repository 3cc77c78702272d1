import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const lecturersLambdas = {
  'lecturers-pages': {
    description: 'The accounts that lecturers are paid to: entered by them, confirmed by finance',
    environment: linksEnvironment,
    tables: {
      lecturers: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'DeleteItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/lecturers/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { lecturers: ['GetItem', 'Query'] } },
  'outbox-sweep': { tables: { lecturers: ['GetItem', 'Query'] } },
  'requests-chase': { tables: { lecturers: ['GetItem', 'PutItem'] } },
} as const satisfies Lambdas;
