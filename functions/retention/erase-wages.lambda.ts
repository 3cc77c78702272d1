import * as z from 'zod';
import { claimsParts } from '../claims/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { eraseDueRecords } from './erase-due-records.ts';
import { retentionLambdas } from './lambdas.ts';

const logger = openLogger();
const deps = lazily(claimsParts(readEnvironment(retentionLambdas['retention-erase-wages']), openDatabase()));

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Erases the wage records that the law wants kept no longer. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ erased: readonly string[] }> => {
  const erased = await eraseDueRecords(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  logger.info('erased wage records', { erased: erased.length });
  return { erased };
});
