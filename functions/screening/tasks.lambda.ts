import { wire } from '../app/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { screeningTasksEnvironment } from '../shared/environments.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { performStep, stepInputSchema } from './steps.ts';

const logger = openLogger();
const deps = wire(readEnvironment(screeningTasksEnvironment));

/** The steps of screening. */
export const handler = wordless(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const input = stepInputSchema.parse(event);
  const result = await performStep(deps, input, systemClock());
  logger.info('step done', { step: input.step, run: input.run, outcome: result.outcome });
  return result;
});
