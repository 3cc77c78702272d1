import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
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
