import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { screeningLambdas } from './lambdas.ts';
import { screeningParts } from './parts.ts';
import { screeningDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(screeningLambdas['screening-tasks']);
const deps = lazily(screeningParts(environment, openDatabase()));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that screening does. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await screeningDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
