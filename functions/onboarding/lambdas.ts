import * as z from 'zod';
import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** From the accepted place in the Lab to its first day. */
export const onboardingLambdas = {
  'onboarding-pages': {
    description: 'What a startup is asked for before it moves in, and what the lab manager decides about it',
    environment: linksEnvironment,
    tables: {
      residencies: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'PutItem'],
      documents: ['Query'],
      people: ['GetItem', 'Query'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['GetItem'],
      sessions: ['GetItem', 'PutItem'],
      spaces: ['GetItem', 'Query', 'PutItem'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/onboarding/{proxy+}', '/application/documents'],
    showsToStaff: true,
    memory: 1024,
  },
  'onboarding-tasks': {
    description: 'The steps of startup-lab-onboarding',
    environment: z.object({ BASE_URL: z.url() }),
    tables: {
      residencies: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      agreements: ['GetItem', 'Query', 'PutItem'],
      checklists: ['GetItem', 'Query', 'PutItem'],
      documents: ['Query', 'PutItem'],
      seats: ['GetItem', 'PutItem', 'DeleteItem'],
      admissions: ['GetItem'],
      applications: ['GetItem'],
      screenings: ['GetItem'],
      spaces: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },

  // What the Lambdas of others do with what is brought here.
  'agreements-pages': {
    tables: {
      residencies: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      applications: ['GetItem'],
      screenings: ['GetItem'],
    },
  },
  'applications-pages': {
    tables: {
      residencies: ['GetItem', 'PutItem'],
      requests: ['index/subject'],
      agreements: ['GetItem'],
      checklists: ['GetItem'],
      documents: ['Query'],
      spaces: ['GetItem'],
    },
  },
  'checklists-pages': {
    tables: {
      residencies: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      applications: ['GetItem'],
      screenings: ['GetItem'],
      spaces: ['GetItem'],
    },
  },
  'documents-pages': {
    tables: {
      residencies: ['GetItem'],
      rounds: ['GetItem'],
      applications: ['GetItem'],
      screenings: ['GetItem'],
      spaces: ['GetItem'],
    },
  },
  'outbox-dispatch': { tables: { residencies: ['GetItem'], documents: ['Query'], spaces: ['GetItem'] } },
  'outbox-sweep': { tables: { residencies: ['GetItem'], documents: ['Query'], spaces: ['GetItem'] } },
  'retention-erase-due': {
    tables: {
      residencies: ['GetItem', 'PutItem'],
      agreements: ['GetItem', 'Query', 'PutItem'],
      checklists: ['Query', 'PutItem'],
    },
  },
  'requests-chase': { tables: { residencies: ['GetItem', 'PutItem'], documents: ['Query'], rounds: ['GetItem'] } },
} as const satisfies Lambdas;
