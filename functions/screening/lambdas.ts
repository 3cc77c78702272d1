import * as z from 'zod';
import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What reviewers see, and the steps of screening. */
export const screeningLambdas = {
  'screening-pages': {
    description: 'What reviewers see: their reviews, and each of them',
    environment: z.object({ ...linksEnvironment.shape, DOCUMENTS_BUCKET: z.string() }),
    tables: {
      screenings: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem'],
      documents: ['Query'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links', 'show documents'],
    routes: ['/v/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'screening-tasks': {
    description: 'The steps of screening',
    environment: noEnvironment,
    tables: {
      screenings: ['GetItem', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
  },

  // What the Lambdas of others do with what is brought here.
  'applications-tasks': { tables: { screenings: ['GetItem'] } },
  'applications-pages': { tables: { screenings: ['GetItem', 'PutItem', 'DeleteItem'] } },
  'desk-pages': { tables: { screenings: ['GetItem'] } },
  'documents-pages': { tables: { screenings: ['GetItem'] } },
  'intake-pages': { tables: { screenings: ['GetItem'] } },
  'intake-tasks': { tables: { screenings: ['GetItem'] } },
  'outbox-dispatch': { tables: { screenings: ['GetItem', 'Query'] } },
  'outbox-sweep': { tables: { screenings: ['GetItem', 'Query'] } },
  'admission-tasks': { tables: { screenings: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] } },
  'requests-chase': { tables: { screenings: ['GetItem', 'PutItem'] } },
  'runs-reconcile': { tables: { screenings: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
