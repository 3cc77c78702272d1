import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { type ChaseReport, chaseRequests } from '../requests/chase.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, openMetrics, systemClock } from '../shared/aws/service.ts';
import { faultNoter, redactErrors } from '../shared/redact-errors.ts';
import { type Instant, instantSchema } from '../shared/time.ts';
import { appLambdas } from './app-lambdas.ts';
import { lapsesOf } from './lapses.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const metrics = openMetrics();
const deps = wire(readEnvironment(appLambdas['requests-chase']));
const faulted = faultNoter(logger, 'request');
const { requests, people, kinds, interestsIn, commit } = deps;
const chasing = { requests, people, kinds, interestsIn, commit, faulted, lapse: lapsesOf(deps) };

const hoursBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Does what is due of open requests, and says since when the oldest is overdue, if any is. */
export const handler = redactErrors(logger, async (event: unknown): Promise<ChaseReport> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const report = await chaseRequests(chasing, now);
  metrics.addMetric('RemindersSent', MetricUnit.Count, report.reminded);
  metrics.addMetric('RequestsOverdue', MetricUnit.Count, report.overdue);
  metrics.addMetric('ChaseFailed', MetricUnit.Count, report.failed.length);
  const overdueSince = await requests.oldestOverdue();
  if (overdueSince) metrics.addMetric('OldestOverdueHours', MetricUnit.Count, hoursBetween(overdueSince, now));
  metrics.publishStoredMetrics();
  logger.info('chased', { ...report });
  return report;
});
