import { noEnvironment, pagesEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

/** Batches of payments. */
export const paymentsLambdas = {
  'payments-pages': {
    description: 'Batches of payments, their files and results, and the tax month, for officers of finance',
    environment: pagesEnvironment,
    tables: {
      payments: ['GetItem', 'Query', 'PutItem'],
      claims: ['GetItem', 'PutItem'],
      lecturers: ['GetItem', 'Query', 'PutItem'],
      rules: ['Query'],
      requests: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'DeleteItem'],
      people: ['GetItem', 'Query'],
      sessions: ['GetItem'],
    },
    commits: 'audit and outbox',
    routes: ['/desk/payments', '/desk/payments/{proxy+}'],
    seconds: 29,
    memory: 1769,
  },
  'payments-go-on': {
    description: 'Goes on with batches whose settling was cut off, and tells of those that stand still',
    environment: noEnvironment,
    tables: {
      payments: ['GetItem', 'Query', 'PutItem'],
      claims: ['GetItem', 'PutItem'],
      lecturers: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    onTheClock: true,
    seconds: 240,
  },
} as const satisfies Lambdas;
