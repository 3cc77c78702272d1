import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** How residencies end. */
export const exitsLambdas = {
  'exits-pages': {
    description: 'Notice by startups, what managers decide about residencies, and what the director confirms of it',
    environment: linksEnvironment,
    tables: {
      residencies: ['GetItem', 'PutItem'],
      residencyEvents: ['Query', 'PutItem'],
      requests: ['GetItem', 'PutItem', 'index/subject'],
      applications: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['GetItem'],
      sessions: ['GetItem', 'PutItem'],
      spaces: ['GetItem', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/exits/{proxy+}', '/desk/exits/{proxy+}', '/residency/notice'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'checklists-pages': { tables: { residencyEvents: ['GetItem', 'PutItem'] } },
  'outbox-dispatch': { tables: { residencyEvents: ['GetItem'] } },
  'outbox-sweep': { tables: { residencyEvents: ['GetItem'] } },
  'residency-events-begin': {
    tables: { people: ['GetItem', 'Query'], residencies: ['GetItem'], spaces: ['GetItem', 'Query', 'PutItem'] },
  },
  'residency-events-tasks': {
    tables: {
      residencyEvents: ['Query'],
      checklists: ['GetItem', 'Query', 'PutItem'],
      documents: ['Query', 'PutItem'],
      requests: ['index/subject'],
      spaces: ['GetItem'],
      // Of the application for an extension of whoever leaves.
      admissions: ['GetItem', 'PutItem', 'ConditionCheckItem'],
      applications: ['GetItem', 'PutItem', 'DeleteItem'],
      screenings: ['GetItem', 'PutItem', 'DeleteItem'],
      seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
    },
  },
  'retention-erase-due': { tables: { residencyEvents: ['Query'] } },
  'spaces-pages': { tables: { residencyEvents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
