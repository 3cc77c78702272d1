import * as z from 'zod';
import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** What happens in a residency by a date; each room below grants what its part of it needs. */
export const residencyEventsLambdas = {
  'residency-events-pages': {
    description: 'Residencies at the desk of those who look after them, and the own page of each startup',
    environment: linksEnvironment,
    tables: {
      agreements: ['GetItem', 'Query'],
      applications: ['GetItem', 'PutItem'],
      audit: ['Query', 'index/about'],
      checklists: ['Query'],
      documents: ['Query'],
      people: ['GetItem', 'Query'],
      requests: ['GetItem', 'PutItem', 'index/subject'],
      residencies: ['GetItem', 'Query', 'PutItem'],
      residencyEvents: ['Query', 'PutItem'],
      rounds: ['GetItem', 'index/listed'],
      screenings: ['GetItem'],
      sessions: ['GetItem', 'PutItem'],
      spaces: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    may: ['verify links', 'sign links'],
    routes: ['/desk/residencies', '/desk/residencies/{proxy+}', '/residency', '/residency/{proxy+}'],
    showsToStaff: true,
    seconds: 29,
    memory: 1769,
  },
  'residency-events-tasks': {
    description: 'The steps of residency-event',
    environment: z.object({ BASE_URL: z.url() }),
    tables: {
      residencies: ['GetItem', 'PutItem'],
      residencyEvents: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },
  'residency-events-begin': {
    description: 'Begins what is due in the residencies, once a night',
    environment: noEnvironment,
    tables: { residencies: ['Query'], residencyEvents: ['Query', 'PutItem'], rounds: ['GetItem'] },
    commits: 'audit and outbox',
    everyNight: true,
    seconds: 240,
  },
} as const satisfies Lambdas;
