import { noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const outboxLambdas = {
  'outbox-feedback': {
    description: 'Marks addresses that bounced or complained',
    environment: noEnvironment,
    tables: { addresses: ['GetItem', 'PutItem'], people: ['GetItem', 'Query'] },
    commits: 'audit and outbox',
  },
} as const satisfies Lambdas;
