import * as z from 'zod';
import { linksEnvironment } from '../shared/aws/environment.ts';
import type { Lambdas } from '../shared/aws/lambda.ts';

const bucket = { DOCUMENTS_BUCKET: z.string() };

export const documentsLambdas = {
  'documents-pages': {
    description: 'Documents that somebody is asked for: what is wanted, sending, decisions, downloads',
    environment: z.object({ ...linksEnvironment.shape, ...bucket }),
    tables: {
      documents: ['GetItem', 'Query', 'PutItem'],
      people: ['GetItem'],
      sessions: ['GetItem'],
    },
    commits: 'audit',
    may: ['give out documents', 'verify links'],
    routes: ['/documents/{proxy+}', '/desk/documents/{proxy+}'],
    showsToStaff: true,
    memory: 1024,
  },
  'documents-check': {
    description:
      'Takes in what arrives in the bucket of documents, and what is said of it; on the clock what nobody told of',
    environment: z.object(bucket),
    tables: { documents: ['GetItem', 'PutItem', 'index/due'] },
    commits: 'audit and outbox',
    may: ['keep documents'],
    onTheClock: true,
    // A file of 20 MB is read whole.
    seconds: 120,
    memory: 1024,
  },
  /** In the place of GuardDuty: docs/adr/0036. */
  'documents-local-scan': {
    description: 'Looks through documents on the local cloud: it knows the test file of all scanners',
    environment: z.object(bucket),
    tables: {},
    may: ['scan documents'],
    onlyLocal: true,
    memory: 512,
  },
} as const satisfies Lambdas;
