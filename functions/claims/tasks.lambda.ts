import * as z from 'zod';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { claimsLambdas } from './lambdas.ts';
import { claimsParts } from './parts.ts';
import { claimInterests } from './separation.ts';
import { claimsDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(claimsLambdas['claims-tasks']);
const parts = claimsParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => claimInterests({ claims: parts.claims(), lecturers: parts.lecturers() }),
});
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that claims do. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await claimsDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
