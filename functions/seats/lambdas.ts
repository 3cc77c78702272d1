import { linksEnvironment, noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

/** Offers and places. */
export const seatsLambdas = {
  'seats-pages': {
    description: 'Offers of a seat, and what a place brings',
    environment: linksEnvironment,
    tables: {
      seats: ['GetItem', 'PutItem'],
      requests: ['GetItem', 'PutItem'],
      applications: ['GetItem'],
      sessions: ['GetItem'],
      people: ['GetItem'],
      admissions: ['GetItem', 'ConditionCheckItem'],
      rounds: ['GetItem', 'index/listed'],
    },
    commits: 'audit and outbox',
    may: ['verify links'],
    routes: ['/r/seats/{proxy+}', '/application/offer', '/application/calendar'],
    memory: 1024,
  },
  'seats-tasks': {
    description: 'The steps of seats: their results, their offers, their count',
    environment: noEnvironment,
    tables: {
      seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem'],
      admissions: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'PutItem'],
      rounds: ['GetItem'],
      people: ['GetItem', 'Query'],
    },
    commits: 'audit and outbox',
    seconds: 120,
    memory: 1769,
  },

  // What the Lambdas of others do with what is brought here.
  'applications-pages': { tables: { seats: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] } },
  'outbox-dispatch': { tables: { seats: ['GetItem', 'Query'] } },
  'outbox-sweep': { tables: { seats: ['GetItem', 'Query'] } },
  'requests-chase': { tables: { seats: ['GetItem', 'PutItem'] } },
  'runs-reconcile': { tables: { seats: ['GetItem', 'PutItem', 'index/needs-run'] } },
} as const satisfies Lambdas;
