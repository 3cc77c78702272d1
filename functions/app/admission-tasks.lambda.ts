import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { performStep } from './admission-steps.ts';
import { appLambdas } from './app-lambdas.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const deps = wire(readEnvironment(appLambdas['admission-tasks']));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps of runs whose definition is of before each capability did its own. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await performStep(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
