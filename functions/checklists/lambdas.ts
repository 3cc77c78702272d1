import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const checklistsLambdas = {
  'checklists-pages': {
    description:
      'Lists of what has to be done: reported by who does it, decided by their managers, read by their owners',
    environment: linksEnvironment,
    tables: {
      checklists: ['GetItem', 'Query', 'PutItem', 'index/under-way'],
      documents: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      people: ['GetItem', 'Query'],
      sessions: ['GetItem', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/checklists/{proxy+}', '/desk/checklists/{proxy+}', '/checklists/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'desk-pages': { tables: { checklists: ['GetItem'] } },
  'documents-pages': { tables: { checklists: ['GetItem'], requests: ['GetItem'] } },
  'outbox-dispatch': { tables: { checklists: ['GetItem'] } },
  'outbox-sweep': { tables: { checklists: ['GetItem'] } },
  'requests-chase': { tables: { checklists: ['GetItem', 'PutItem'] } },
} as const satisfies Lambdas;
