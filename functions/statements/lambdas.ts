import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** Statements of payments. It reads what others store, and stores nothing. */
export const statementsLambdas = {
  'statements-pages': {
    description: 'The statement of a payment as a page and as a PDF, for the lecturer',
    environment: linksEnvironment,
    tables: { claims: ['GetItem'], lecturers: ['GetItem'], payments: ['GetItem'], rounds: ['GetItem'] },
    may: ['verify links'],
    routes: ['/statement/{proxy+}'],
    memory: 1024,
  },
} as const satisfies Lambdas;
