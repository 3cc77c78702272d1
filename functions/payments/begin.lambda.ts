import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { beginMonthly, giveRuns } from './begin-monthly.ts';
import { paymentsLambdas } from './lambdas.ts';
import { paymentsParts } from './parts.ts';

const logger = openLogger();
const deps = lazily(paymentsParts(readEnvironment(paymentsLambdas['payments-begin']), openDatabase()));

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Begins the batch of the month when its day has come, and gives a run to batches that have none. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ monthly: string; given: string[] }> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const given = await giveRuns(deps, now);
  const { kind: monthly } = await beginMonthly(deps, now);
  logger.info('looked whether to begin the batch of the month', { monthly, given });
  return { monthly, given };
});
