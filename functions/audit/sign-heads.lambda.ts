import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { forService } from '../shared/aws/client-timeouts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, openMetrics, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { localDateSchema } from '../shared/time.ts';
import { auditLambdas } from './lambdas.ts';
import { manifestStore } from './manifest-store.ts';
import { signHeads } from './sign-heads.ts';
import { signingKey } from './signing-key.ts';

const environment = readEnvironment(auditLambdas['audit-sign-heads']);
const logger = openLogger();
const metrics = openMetrics();
const kms = new KMSClient(forService());
const deps = {
  db: openDatabase(),
  auditTable: tableName(environment, 'AUDIT_TABLE'),
  store: manifestStore(kms, environment.MANIFESTS_BUCKET),
  ...signingKey(kms, environment.SIGNING_KEY_ID),
};

/** By hand, a day to sign up to, today included; the clock says nothing. */
const eventSchema = z.object({ until: localDateSchema.optional() });

/** Signs every night what the audit has grown by. */
export const handler = redactErrors(logger, async (event: unknown) => {
  const signed = await signHeads(deps, systemClock(), eventSchema.parse(event ?? {}).until);
  metrics.addMetric('AuditSigned', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  logger.info('signed', signed);
  return signed;
});
