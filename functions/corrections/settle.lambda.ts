import * as z from 'zod';
import { claimsParts } from '../claims/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { correctionsLambdas } from './lambdas.ts';
import { rememberRepaid } from './remember-repaid.ts';
import { remindRepayments } from './remind-repayments.ts';
import { settleCorrections } from './settle-corrections.ts';

const logger = openLogger();
const deps = lazily(claimsParts(readEnvironment(correctionsLambdas['corrections-settle']), openDatabase()));

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

interface Did {
  readonly settled: number;
  readonly reminded: number;
  readonly remembered: number;
}

/** Settles corrections that no claim takes, and reminds of what is to be paid back. */
export const handler = redactErrors(logger, async (event: unknown): Promise<Did> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const settled = await settleCorrections(deps, now);
  const reminded = await remindRepayments(deps, now);
  const remembered = await rememberRepaid(deps, now);
  logger.info('settled corrections, reminded of repayments', { settled, reminded, remembered });
  return { settled, reminded, remembered };
});
