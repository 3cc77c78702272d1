import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const ruleFilesLambdas = {
  'rule-files-pages': {
    description: 'Rate card, tax rules and budgets that were loaded: what they change, confirmed by finance',
    environment: linksEnvironment,
    tables: {
      rules: ['Query', 'PutItem'],
      budgets: ['Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      proofs: ['GetItem', 'DeleteItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/rule-files/{proxy+}'],
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'requests-chase': { tables: { rules: ['Query'] } },
} as const satisfies Lambdas;
