import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { openErasing } from '../app/erasing.ts';
import { seatsParts } from '../seats/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, openMetrics, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { type EraseReport, eraseDue } from './erase-due.ts';
import { retentionLambdas } from './lambdas.ts';

const logger = openLogger();
const metrics = openMetrics();
const environment = readEnvironment(retentionLambdas['retention-erase-due']);
const db = openDatabase();
const deps = lazily({ ...seatsParts(environment, db), erasing: openErasing(environment, db) });

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Erases what the consents no longer allow to be kept. */
export const handler = redactErrors(logger, async (event: unknown): Promise<EraseReport> => {
  const report = await eraseDue(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  metrics.addMetric('ApplicationsErased', MetricUnit.Count, report.erased);
  metrics.addMetric('ErasureFailed', MetricUnit.Count, report.failed.length);
  metrics.publishStoredMetrics();
  logger.info('erased what was due', { ...report });
  return report;
});
