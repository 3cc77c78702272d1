import { pagesEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const spacesLambdas = {
  'spaces-pages': {
    description: 'Spaces and who holds them, for whoever looks after them',
    environment: pagesEnvironment,
    tables: {
      spaces: ['GetItem', 'Query', 'PutItem'],
      audit: ['Query', 'index/about'],
      people: ['GetItem'],
      sessions: ['GetItem'],
    },
    commits: 'audit and outbox',
    routes: ['/desk/spaces', '/desk/spaces/{proxy+}'],
    memory: 1024,
  },
} as const satisfies Lambdas;
