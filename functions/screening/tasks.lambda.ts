import { openDatabase } from '../shared/database.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { screeningLambdas } from './lambdas.ts';
import { screeningParts } from './parts.ts';
import { performStep, stepInputSchema } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(screeningLambdas['screening-tasks']);
const deps = lazily(screeningParts(environment, openDatabase()));

/** The steps of screening. */
export const handler = wordless(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const input = stepInputSchema.parse(event);
  const result = await performStep(deps, input, systemClock());
  logger.info('step done', { step: input.step, run: input.run, outcome: result.outcome });
  return result;
});
