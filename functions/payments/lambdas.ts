import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** Batches of payments. */
export const paymentsLambdas = {
  'payments-pages': {
    description: 'Batches of payments, their files and results, and what finance is asked about them',
    environment: linksEnvironment,
    tables: {
      payments: ['GetItem', 'Query', 'PutItem'],
      claims: ['GetItem'],
      lecturers: ['GetItem', 'Query'],
      rules: ['Query'],
      requests: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'DeleteItem'],
      people: ['GetItem', 'Query'],
      sessions: ['GetItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/desk/payments', '/desk/payments/{proxy+}', '/r/payments/{proxy+}'],
    seconds: 29,
    memory: 1769,
  },
  'payments-tasks': {
    description: 'The steps of payment-run',
    environment: noEnvironment,
    tables: {
      payments: ['GetItem', 'PutItem'],
      claims: ['GetItem', 'PutItem', 'index/state'],
      lecturers: ['GetItem', 'Query', 'PutItem'],
      rules: ['Query'],
      requests: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 240,
    memory: 1024,
  },
  'payments-begin': {
    description: 'Begins the batch of the month, and gives a run to batches that have none',
    environment: noEnvironment,
    tables: {
      payments: ['GetItem', 'Query', 'PutItem'],
      claims: ['GetItem', 'index/state'],
      lecturers: ['GetItem'],
      rules: ['Query'],
    },
    commits: 'audit and outbox',
    everyNight: true,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { payments: ['GetItem'] } },
  'outbox-sweep': { tables: { payments: ['GetItem'] } },
  'requests-chase': { tables: { payments: ['GetItem'] } },
  'runs-reconcile': { tables: { payments: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
