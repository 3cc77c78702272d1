import * as z from 'zod';
import type { Lambdas } from '../shared/aws/lambda.ts';

export const auditLambdas = {
  'audit-sign-heads': {
    description: 'Signs every night how far the chains of the audit have grown',
    environment: z.object({ MANIFESTS_BUCKET: z.string(), SIGNING_KEY_ID: z.string() }),
    tables: { audit: ['index/changed'] },
    may: ['sign manifests'],
    everyNight: true,
    seconds: 900,
    memory: 1024,
  },
} as const satisfies Lambdas;
