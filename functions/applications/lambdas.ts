import { linksEnvironment, noEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

/** What applicants see, and the steps of applicant-intake. */
export const applicationsLambdas = {
  'applications-pages': {
    description: 'What applicants see: start, form, status; the questions of intake',
    environment: linksEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem', 'index/listed'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['$default', '/r/applications/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'applications-tasks': {
    description: 'The steps of applicant-intake',
    environment: noEnvironment,
    tables: {
      applications: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    machines: ['applicant-intake'],
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { applications: ['GetItem'] } },
  'outbox-sweep': { tables: { applications: ['GetItem'] } },
  'requests-chase': { tables: { applications: ['GetItem', 'PutItem'] } },
  'runs-reconcile': { tables: { applications: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
