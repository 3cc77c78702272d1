import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { selectionLambdas } from './lambdas.ts';
import { selectionParts } from './parts.ts';
import { selectionDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(selectionLambdas['selection-tasks']);
const deps = lazily(selectionParts(environment, openDatabase()));
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that the selection does. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await selectionDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
