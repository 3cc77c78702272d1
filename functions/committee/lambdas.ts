import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const committeeLambdas = {
  'committee-pages': {
    description: 'What members of the committee see: the ranking, its cases, its return',
    environment: linksEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      screenings: ['GetItem'],
      applications: ['GetItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/committee/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'committee-tasks': {
    description: 'The step that asks the committee',
    environment: noEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      screenings: ['GetItem'],
      applications: ['GetItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },
} as const satisfies Lambdas;
