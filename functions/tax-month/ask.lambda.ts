import * as z from 'zod';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { type AskedReport, askDue } from './ask-due.ts';
import { taxMonthLambdas } from './lambdas.ts';
import { taxMonthParts } from './parts.ts';

const logger = openLogger();
const deps = lazily({
  ...taxMonthParts(readEnvironment(taxMonthLambdas['tax-month-ask']), openDatabase()),
  kinds: () => kinds,
  interestsIn: () => () => async () => undefined,
});

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Asks finance for what is due of the months that are over. */
export const handler = redactErrors(logger, async (event: unknown): Promise<AskedReport> => {
  const report = await askDue(deps, eventSchema.parse(event ?? {}).time ?? systemClock());
  logger.info('asked for what is due', { ...report });
  return report;
});
