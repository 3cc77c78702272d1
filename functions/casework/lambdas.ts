import { pagesEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const caseworkLambdas = {
  'casework-pages': {
    description: 'Rounds and their applications, for managers and operators',
    environment: pagesEnvironment,
    tables: {
      admissions: ['GetItem'],
      applications: ['GetItem', 'Query', 'index/in-round'],
      audit: ['Query', 'index/about'],
      outbox: ['GetItem', 'index/mails'],
      people: ['GetItem', 'Query'],
      requests: ['GetItem', 'index/subject'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['GetItem'],
      seats: ['GetItem', 'Query'],
      sessions: ['GetItem'],
    },
    commits: 'audit',
    routes: ['/desk/rounds', '/desk/rounds/{proxy+}'],
    showsToStaff: true,
    seconds: 29,
    memory: 1769,
  },

  // What the clock does with what is brought here: it counts.
  'runs-reconcile': {
    tables: {
      admissions: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'Query', 'PutItem', 'index/in-round'],
      requests: ['GetItem', 'index/open-for'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['Query'],
      seats: ['GetItem', 'Query'],
    },
  },
} as const satisfies Lambdas;
