import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const resultsLambdas = {
  'results-pages': {
    description: 'Results with their reasons, and their reconsideration',
    environment: linksEnvironment,
    tables: {
      seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'PutItem'],
      sessions: ['GetItem', 'PutItem'],
      screenings: ['GetItem'],
      admissions: ['GetItem'],
      rounds: ['GetItem', 'index/listed'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/results/{proxy+}', '/result', '/result/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
} as const satisfies Lambdas;
