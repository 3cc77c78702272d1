import * as z from 'zod';
import { openDatabase } from '../shared/database.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { faultNoter, redactErrors } from '../shared/redact-errors.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { instantSchema } from '../shared/time.ts';
import { type GoOnReport, goOnWithBatches } from './go-on.ts';
import { paymentsLambdas } from './lambdas.ts';
import { paymentsParts } from './parts.ts';

const logger = openLogger();
const parts = lazily(paymentsParts(readEnvironment(paymentsLambdas['payments-go-on']), openDatabase()));

const faulted = faultNoter(logger, 'batch');

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Goes on with batches whose settling was cut off, and tells operators of those that stand still. */
export const handler = redactErrors(logger, async (event: unknown): Promise<GoOnReport> => {
  const { payments, claimsToPay, payeesToPay, people, commit } = parts;
  const deps = { payments, claimsToPay, payeesToPay, people, commit, faulted };
  const report = await goOnWithBatches(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  logger.info('went on with batches', { ...report });
  return report;
});
