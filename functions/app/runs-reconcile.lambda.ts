import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { emptyReport, modestPass, type ReconcileReport, reconcileRuns } from '../runs/reconcile-runs.ts';
import { reconcileEnded, runEnded } from '../runs/run-ended.ts';
import { stuckNow } from '../runs/stuck-now.ts';
import { openLogger, openMetrics, systemClock } from '../shared/aws/service.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { openReconciling } from './open-reconciling.ts';

const logger = openLogger();
const metrics = openMetrics();
const { dependencies, countRounds, machines, machineOf } = openReconciling(logger);

/** From the clock a pass as it is always; by hand as somebody asks for. */
const passSchema = z.object({
  graceMinutes: z.number().int().nonnegative().default(modestPass.graceMinutes),
  most: z.number().int().positive().default(modestPass.most),
  aSecond: z.number().positive().default(modestPass.aSecond),
});

/**
 * Starts lost runs again: on the clock what it comes by, and at once the one whose end Step Functions tells of. The clock
 * also counts how far the rounds are, for the pages of those who look after them.
 */
export const handler = redactErrors(logger, async (event: unknown): Promise<ReconcileReport> => {
  const ended = runEnded(event);
  if (!ended) {
    const report = await reconcileRuns(dependencies, machines, systemClock(), passSchema.parse(event ?? {}));
    const stuck = await stuckNow(machines, systemClock());
    if (stuck > 0) metrics.addMetric('RunsStuck', MetricUnit.Count, stuck);
    metrics.publishStoredMetrics();
    logger.info('reconciled', { ...report, stuck, ...(await countRounds(systemClock())) });
    return report;
  }
  const report = emptyReport();
  await reconcileEnded(dependencies, machineOf, ended, report, systemClock());
  logger.info('run ended', { run: ended.name, status: ended.status, ...report });
  return report;
});
