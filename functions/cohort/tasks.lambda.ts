import * as z from 'zod';
import { openDatabase } from '../shared/database.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { cohortLambdas } from './lambdas.ts';
import { cohortParts } from './parts.ts';
import { cohortDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(cohortLambdas['cohort-tasks']);
const deps = lazily(cohortParts(environment, openDatabase()));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that the cohort does. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await cohortDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
