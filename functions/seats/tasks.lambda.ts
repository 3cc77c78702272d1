import * as z from 'zod';
import { openInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { seatsLambdas } from './lambdas.ts';
import { seatsParts } from './parts.ts';
import { seatsDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(seatsLambdas['seats-tasks']);
const db = openDatabase();
const deps = lazily({
  ...seatsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openInterests(environment, db),
});
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that seats do. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await seatsDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
