import * as z from 'zod';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { residencyPorts } from '../app/residency-ports.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { fontsIn } from '../shared/pdf/fonts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { residencyEventsLambdas } from './lambdas.ts';
import { residencyEventsParts } from './parts.ts';
import { residencyEventsDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(residencyEventsLambdas['residency-events-tasks']);
const db = openDatabase();
const deps = lazily({
  ...residencyEventsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  ...residencyPorts(environment, db),
  baseUrl: () => environment.BASE_URL,
  fonts: () => fontsIn(import.meta.dirname),
});
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps of residency-event. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await residencyEventsDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
