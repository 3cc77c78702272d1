import { noEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const retentionLambdas = {
  'retention-erase-due': {
    description: 'Erases what the consents of rounds that have ended no longer allow to be kept',
    environment: noEnvironment,
    tables: {
      admissions: ['GetItem', 'PutItem'],
      applications: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      requests: ['GetItem', 'PutItem', 'index/subject'],
      sessions: ['Query', 'DeleteItem'],
      screenings: ['GetItem', 'PutItem'],
      seats: ['GetItem', 'PutItem', 'DeleteItem'],
      rounds: ['GetItem', 'index/listed'],
    },
    commits: 'audit',
    onTheClock: true,
    seconds: 240,
  },
  'retention-erase-wages': {
    description: 'Erases the wage records of lecturers whose years have passed',
    environment: noEnvironment,
    tables: {
      claims: ['GetItem', 'PutItem', 'Query'],
      lecturers: ['GetItem', 'PutItem', 'Query'],
      requests: ['GetItem', 'PutItem', 'index/subject'],
      rounds: ['GetItem', 'index/listed'],
      timetables: ['GetItem', 'PutItem'],
    },
    commits: 'audit',
    everyNight: true,
    seconds: 240,
  },
} as const satisfies Lambdas;
