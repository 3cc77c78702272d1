import { linksEnvironment, pagesEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** The confirmation letter. */
export const lettersLambdas = {
  'letters-pdf': {
    description: 'The confirmation letter as a PDF',
    environment: linksEnvironment,
    tables: {
      seats: ['GetItem'],
      applications: ['GetItem'],
      sessions: ['GetItem'],
      people: ['GetItem'],
      rounds: ['GetItem', 'index/listed'],
    },
    may: ['verify links'],
    routes: ['/letter/{proxy+}'],
    memory: 1024,
  },
  'letters-pages': {
    description: 'The verification of letters, by anybody',
    environment: pagesEnvironment,
    tables: { seats: ['GetItem'], applications: ['GetItem'], rounds: ['GetItem'] },
    routes: ['/verify', '/verify/{proxy+}'],
    memory: 1024,
  },
} as const satisfies Lambdas;
