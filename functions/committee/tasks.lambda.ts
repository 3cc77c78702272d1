import * as z from 'zod';
import { selectionParts } from '../selection/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { committeeLambdas } from './lambdas.ts';
import { committeeDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(committeeLambdas['committee-tasks']);
const deps = lazily(selectionParts(environment, openDatabase()));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that the committee does. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await committeeDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
