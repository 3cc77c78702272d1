import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { claimsLambdas } from './lambdas.ts';
import { claimsParts } from './parts.ts';
import { tellLate } from './tell-late.ts';

const logger = openLogger();
const deps = lazily(claimsParts(readEnvironment(claimsLambdas['claims-late']), openDatabase()));

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Tells lecturers and operators of what was not paid in time. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ told: number }> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const told = await tellLate(deps, now);
  logger.info('told of late claims', { told });
  return { told };
});
