import { noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What paid claims were wrong by. */
export const correctionsLambdas = {
  'corrections-settle': {
    description: 'Settles corrections that no claim takes, and reminds of what is to be paid back',
    environment: noEnvironment,
    tables: {
      claims: ['GetItem', 'Query', 'PutItem', 'index/state'],
      lecturers: ['GetItem', 'Query'],
      people: ['GetItem', 'Query'],
      rules: ['Query'],
      timetables: ['GetItem'],
    },
    commits: 'audit and outbox',
    everyNight: true,
  },
} as const satisfies Lambdas;
