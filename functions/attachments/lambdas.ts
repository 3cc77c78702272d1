import type { Lambdas } from '../shared/aws/lambda.ts';

/** What the Lambdas of others do with the documents of applications. */
export const attachmentsLambdas = {
  'applications-pages': { tables: { documents: ['Query'] } },
  'documents-pages': {
    tables: {
      admissions: ['GetItem'],
      applications: ['GetItem'],
      rounds: ['GetItem'],
    },
  },
  'documents-check': { tables: { applications: ['GetItem'] } },
  'intake-pages': { tables: { documents: ['Query'] } },
  'casework-pages': { tables: { documents: ['Query'] } },
  'outbox-dispatch': { tables: { documents: ['GetItem'] } },
  'outbox-sweep': { tables: { documents: ['GetItem'] } },
  'retention-erase-due': { tables: { documents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
