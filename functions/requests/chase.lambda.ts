import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { lapseOffer } from '../admission/lapse-offer.ts';
import { offerKind } from '../admission/offer.ts';
import { lapseQuestion } from '../applications/answer-question.ts';
import { intakeKinds } from '../applications/open-requests.ts';
import { wire } from '../applications/wiring.ts';
import { lapseReview } from '../screening/lapse-review.ts';
import { reviewKind } from '../screening/open-review.ts';
import { readEnvironment } from '../shared/environment.ts';
import { requestsChaseEnvironment } from '../shared/environments.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { instantSchema } from '../shared/time.ts';
import { wordless } from '../shared/wordless.ts';
import { type ChaseReport, chaseRequests } from './chase.ts';

const logger = openLogger();
const metrics = openMetrics();
const deps = wire(readEnvironment(requestsChaseEnvironment));
const lapse = {
  [intakeKinds.question]: (request: Parameters<typeof lapseQuestion>[1], now: string) =>
    lapseQuestion(deps, request, instantSchema.parse(now)),
  [offerKind]: (request: Parameters<typeof lapseOffer>[1], now: string) =>
    lapseOffer(deps, request, instantSchema.parse(now)),
  [reviewKind]: (request: Parameters<typeof lapseReview>[1], now: string) =>
    lapseReview(deps, request, instantSchema.parse(now)),
};

const together = { [reviewKind]: 'reviews-reminder' };

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Does what is due of open requests. */
export const handler = wordless(logger, async (event: unknown): Promise<ChaseReport> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const report = await chaseRequests({ ...deps, lapse, together }, now);
  metrics.addMetric('RemindersSent', MetricUnit.Count, report.reminded);
  metrics.addMetric('RequestsOverdue', MetricUnit.Count, report.overdue);
  metrics.addMetric('ChaseFailed', MetricUnit.Count, report.failed.length);
  metrics.publishStoredMetrics();
  logger.info('chased', { ...report });
  return report;
});
