import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** Extensions and addenda: what both sides of a residency sign while it lasts. */
export const contractsLambdas = {
  'contracts-pages': {
    description: 'What the lab manager decides about changes of a contract, and about the space of an extended one',
    environment: linksEnvironment,
    tables: {
      residencies: ['GetItem', 'PutItem'],
      residencyEvents: ['GetItem', 'Query', 'PutItem'],
      applications: ['GetItem'],
      screenings: ['GetItem'],
      requests: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
      rounds: ['GetItem'],
      spaces: ['GetItem', 'Query', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/contracts/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'agreements-pages': { tables: { residencyEvents: ['GetItem', 'PutItem'] } },
  'outbox-dispatch': { tables: { residencyEvents: ['GetItem'], spaces: ['GetItem'] } },
  'outbox-sweep': { tables: { residencyEvents: ['GetItem'], spaces: ['GetItem'] } },
  'requests-chase': { tables: { residencyEvents: ['GetItem', 'PutItem'] } },
  'residency-events-tasks': {
    tables: {
      residencyEvents: ['Query'],
      agreements: ['GetItem', 'Query', 'PutItem'],
      applications: ['GetItem', 'PutItem', 'DeleteItem'],
      requests: ['index/open-for'],
      spaces: ['GetItem', 'PutItem'],
    },
  },
  'retention-erase-due': { tables: { residencyEvents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
