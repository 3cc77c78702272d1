import * as z from 'zod';
import { noEnvironment } from '../shared/environment.ts';
import type { Lambdas } from '../shared/lambda.ts';

/** What happens in a residency by a date; each room below grants what its part of it needs. */
export const residencyEventsLambdas = {
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
