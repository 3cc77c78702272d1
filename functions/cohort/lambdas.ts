import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const cohortLambdas = {
  'cohort-pages': {
    description: 'A confirmed cohort and its statistics',
    environment: linksEnvironment,
    tables: {
      admissions: ['GetItem'],
      seats: ['GetItem'],
      applications: ['GetItem'],
      rounds: ['GetItem', 'index/listed'],
      people: ['GetItem'],
      sessions: ['GetItem'],
    },
    commits: 'audit',
    may: ['verify links'],
    routes: ['/c/{proxy+}', '/desk/cohorts', '/desk/cohorts/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'cohort-tasks': {
    description: 'The steps of the end of a round: its cohort, or its cancellation',
    environment: noEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      screenings: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'Query', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },

  // What the Lambdas of others do with what is brought here: who withdraws from a confirmed cohort changes it.
  'applications-pages': { tables: { admissions: ['GetItem', 'PutItem'], people: ['Query'] } },
} as const satisfies Lambdas;
