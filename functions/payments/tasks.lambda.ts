import * as z from 'zod';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { paymentsLambdas } from './lambdas.ts';
import { paymentsParts } from './parts.ts';
import { paymentInterests } from './separation.ts';
import { paymentsDoer } from './steps.ts';

const logger = openLogger();
const parts = paymentsParts(readEnvironment(paymentsLambdas['payments-tasks']), openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => paymentInterests({ payments: parts.payments(), payeesToPay: parts.payeesToPay() }),
});
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps that payments do. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await paymentsDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
