import { linksEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

/** What giving notice and ending a contract reach, on whichever page. */
const ending = {
  residencies: ['GetItem', 'PutItem'],
  residencyEvents: ['Query', 'PutItem'],
  requests: ['GetItem', 'PutItem', 'index/subject'],
  rounds: ['GetItem'],
  spaces: ['GetItem', 'PutItem'],
} as const;

/** How residencies end. */
export const exitsLambdas = {
  'exits-pages': {
    description: 'What the director confirms before a contract ends at once',
    environment: linksEnvironment,
    tables: { ...ending, people: ['GetItem', 'Query'] },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/exits/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'checklists-pages': { tables: { residencyEvents: ['GetItem', 'PutItem'] } },
  'outbox-dispatch': { tables: { residencyEvents: ['GetItem'] } },
  'outbox-sweep': { tables: { residencyEvents: ['GetItem'] } },
  'residency-events-begin': { tables: { residencies: ['GetItem'], spaces: ['GetItem', 'Query', 'PutItem'] } },
  'residency-events-tasks': {
    tables: {
      residencyEvents: ['Query'],
      checklists: ['GetItem', 'Query', 'PutItem'],
      documents: ['Query', 'PutItem'],
      requests: ['index/subject'],
      spaces: ['GetItem'],
    },
  },
  'retention-erase-due': { tables: { residencyEvents: ['Query'] } },
  'spaces-pages': { tables: { residencyEvents: ['Query', 'PutItem'] } },
} as const satisfies Lambdas;
