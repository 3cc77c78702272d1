import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { wire } from '../app/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { admissionEraseDueEnvironment } from '../shared/environments.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { instantSchema } from '../shared/time.ts';
import { wordless } from '../shared/wordless.ts';
import { type EraseReport, eraseDue } from './erase-due.ts';

const logger = openLogger();
const metrics = openMetrics();
const deps = wire(readEnvironment(admissionEraseDueEnvironment));

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Erases what the consents no longer allow to be kept. */
export const handler = wordless(logger, async (event: unknown): Promise<EraseReport> => {
  const report = await eraseDue(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  metrics.addMetric('ApplicationsErased', MetricUnit.Count, report.erased);
  metrics.addMetric('ErasureFailed', MetricUnit.Count, report.failed.length);
  metrics.publishStoredMetrics();
  logger.info('erased what was due', { ...report });
  return report;
});
