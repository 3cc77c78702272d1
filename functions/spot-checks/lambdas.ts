import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** Another look at a share of the approved claims. */
export const spotChecksLambdas = {
  'spot-checks-pages': {
    description: 'What a third officer of finance says of an approved claim that was drawn',
    environment: linksEnvironment,
    tables: {
      budgets: ['GetItem'],
      claims: ['GetItem', 'Query', 'PutItem'],
      lecturers: ['GetItem', 'Query'],
      people: ['GetItem', 'Query'],
      proofs: ['GetItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      rules: ['Query'],
      timetables: ['GetItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/spot-checks/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'spot-checks-open': {
    description: 'Asks a third officer of finance about approved claims that were drawn',
    environment: noEnvironment,
    tables: {
      claims: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      lecturers: ['GetItem'],
      people: ['GetItem', 'Query'],
      requests: ['PutItem'],
      rules: ['Query'],
    },
    commits: 'audit and outbox',
    everyNight: true,
  },
} as const satisfies Lambdas;
