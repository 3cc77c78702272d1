import * as z from 'zod';
import { intakeDoer } from '../intake/steps.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { appLambdas } from './app-lambdas.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const deps = wire(readEnvironment(appLambdas['applications-tasks']));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps of runs whose definition is of before intake was a capability of its own. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await intakeDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
