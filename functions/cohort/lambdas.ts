import { linksEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

export const cohortLambdas = {
  'cohort-pages': {
    description: 'A confirmed cohort and its statistics',
    environment: linksEnvironment,
    tables: {
      admissions: ['GetItem'],
      seats: ['GetItem'],
      applications: ['GetItem'],
      rounds: ['GetItem'],
      people: ['GetItem'],
    },
    commits: 'audit',
    may: ['verify links'],
    routes: ['/c/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
} as const satisfies Lambdas;
