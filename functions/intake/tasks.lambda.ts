import { kinds } from '../app/kinds.ts';
import { applicationsParts } from '../applications/parts.ts';
import { openDatabase } from '../shared/database.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { intakeLambdas } from './lambdas.ts';
import { performStep, stepInputSchema } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(intakeLambdas['intake-tasks']);
const deps = lazily({ ...applicationsParts(environment, openDatabase()), kinds: () => kinds });

/** The steps of applicant-intake. */
export const handler = wordless(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const input = stepInputSchema.parse(event);
  const result = await performStep(deps, input, systemClock());
  logger.info('step done', { step: input.step, run: input.run, outcome: result.outcome });
  return result;
});
