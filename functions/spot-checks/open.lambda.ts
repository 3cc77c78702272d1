import * as z from 'zod';
import { kinds } from '../app/kinds.ts';
import { claimsParts } from '../claims/parts.ts';
import { claimInterests } from '../claims/separation.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { spotChecksLambdas } from './lambdas.ts';
import { openSpotChecks } from './open-spot-checks.ts';

const logger = openLogger();
const parts = claimsParts(readEnvironment(spotChecksLambdas['spot-checks-open']), openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => claimInterests({ claims: parts.claims(), lecturers: parts.lecturers() }),
});

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Asks about the claims that were drawn. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ asked: number }> => {
  const asked = await openSpotChecks(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  logger.info('asked about drawn claims', { asked });
  return { asked };
});
