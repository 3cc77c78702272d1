import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What startups of the Lab report, quarter by quarter. */
export const reportsLambdas = {
  'reports-pages': {
    description: 'The quarterly reports of startups, for each of them and for whoever looks after the Lab',
    environment: linksEnvironment,
    tables: {
      residencies: ['GetItem', 'Query'],
      residencyEvents: ['GetItem', 'Query', 'PutItem'],
      requests: ['GetItem', 'PutItem', 'index/subject'],
      applications: ['GetItem', 'PutItem'],
      people: ['GetItem'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['GetItem'],
      sessions: ['GetItem', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: [
      '/r/reports/{proxy+}',
      '/residency/reports',
      '/residency/reports/{proxy+}',
      '/desk/reports',
      '/desk/reports/{proxy+}',
    ],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { residencyEvents: ['GetItem'] } },
  'outbox-sweep': { tables: { residencyEvents: ['GetItem'] } },
  'retention-erase-due': { tables: { residencyEvents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
