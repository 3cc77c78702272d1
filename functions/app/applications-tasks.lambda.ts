import { performStep, stepInputSchema } from '../intake/steps.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { appLambdas } from './app-lambdas.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const deps = wire(readEnvironment(appLambdas['applications-tasks']));

/** The steps of runs whose definition is of before intake was a capability of its own. */
export const handler = wordless(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const input = stepInputSchema.parse(event);
  const result = await performStep(deps, input, systemClock());
  logger.info('step done', { step: input.step, run: input.run, outcome: result.outcome });
  return result;
});
