import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const timetableLambdas = {
  'timetable-pages': {
    description: 'The timetable of a cohort, and its calendar feed',
    environment: linksEnvironment,
    tables: {
      timetables: ['GetItem'],
      seats: ['GetItem'],
      applications: ['GetItem'],
      people: ['GetItem'],
      rounds: ['GetItem'],
    },
    may: ['verify links'],
    routes: ['/t/{proxy+}'],
    memory: 1024,
  },

  // What the Lambdas of others do with what is brought here.
  'outbox-dispatch': { tables: { timetables: ['GetItem'] } },
  'outbox-sweep': { tables: { timetables: ['GetItem'] } },
} as const satisfies Lambdas;
