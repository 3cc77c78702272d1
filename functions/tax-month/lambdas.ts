import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What a month comes to, of batches, claims and what was paid back. */
const looking = {
  payments: ['GetItem', 'Query'],
  claims: ['GetItem', 'Query'],
  lecturers: ['GetItem', 'Query'],
  rules: ['Query'],
  people: ['GetItem', 'Query'],
} as const;

/** The tax month and its due dates. */
export const taxMonthLambdas = {
  'tax-month-pages': {
    description: 'What was paid and withheld in a month, and what finance reports of it by when',
    environment: linksEnvironment,
    tables: {
      ...looking,
      filings: ['Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      sessions: ['GetItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/desk/tax/{proxy+}', '/r/tax-month/{proxy+}'],
    memory: 1024,
  },
  'tax-month-ask': {
    description: 'Asks finance for what is due of the months that are over',
    environment: noEnvironment,
    tables: { ...looking, filings: ['Query'], requests: ['GetItem', 'PutItem'] },
    commits: 'audit and outbox',
    everyNight: true,
  },
} as const satisfies Lambdas;
