import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod';
import { lapseQuestion } from '../applications/answer-question.ts';
import { intakeKinds } from '../applications/open-requests.ts';
import { type ChaseDependencies, type ChaseReport, chaseRequests } from '../requests/chase.ts';
import { lapseReview } from '../screening/lapse-review.ts';
import { reviewKind } from '../screening/open-review.ts';
import { lapseOffer } from '../seats/lapse-offer.ts';
import { offerKind } from '../seats/offer.ts';
import { readEnvironment } from '../shared/environment.ts';
import { requestsChaseEnvironment } from '../shared/environments.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { instantSchema } from '../shared/time.ts';
import { faultNoter, wordless } from '../shared/wordless.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const metrics = openMetrics();
const deps = wire(readEnvironment(requestsChaseEnvironment));
const lapse: ChaseDependencies['lapse'] = {
  [intakeKinds.question]: (request, now) => lapseQuestion(deps, request, now),
  [offerKind]: (request, now) => lapseOffer(deps, request, now),
  [reviewKind]: (request, now) => lapseReview(deps, request, now),
};
const together = { [reviewKind]: 'reviews-reminder' };

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Does what is due of open requests. */
export const handler = wordless(logger, async (event: unknown): Promise<ChaseReport> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const report = await chaseRequests({ ...deps, lapse, together, faulted: faultNoter(logger, 'request') }, now);
  metrics.addMetric('RemindersSent', MetricUnit.Count, report.reminded);
  metrics.addMetric('RequestsOverdue', MetricUnit.Count, report.overdue);
  metrics.addMetric('ChaseFailed', MetricUnit.Count, report.failed.length);
  metrics.publishStoredMetrics();
  logger.info('chased', { ...report });
  return report;
});
