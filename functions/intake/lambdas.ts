import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What the intake officer and the applicant are asked, and the steps of applicant-intake. */
export const intakeLambdas = {
  'intake-pages': {
    description:
      'What intake asks: the decision of the officer, the question to the applicant; help to apply, at the desk',
    environment: linksEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem', 'index/listed'],
      people: ['GetItem', 'Query'],
      sessions: ['GetItem', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/intake/{proxy+}', '/desk/help', '/desk/help/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'intake-tasks': {
    description: 'The steps of applicant-intake',
    environment: noEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
      outbox: ['GetItem'],
    },
    commits: 'audit and outbox',
  },
} as const satisfies Lambdas;
