import * as z from 'zod';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { faultNoter, redactErrors } from '../shared/redact-errors.ts';
import { instantSchema } from '../shared/time.ts';
import { type DoneReport, doWhatIsDue } from './do-what-is-due.ts';
import { residencyEventsLambdas } from './lambdas.ts';
import { residencyEventsParts } from './parts.ts';

const logger = openLogger();
const deps = lazily({
  ...residencyEventsParts(readEnvironment(residencyEventsLambdas['residency-events-begin']), openDatabase()),
  faulted: () => faultNoter(logger, 'residency'),
});

/** EventBridge says for when it fires. */
const eventSchema = z.object({ time: instantSchema.optional() });

/** Begins what is due in the residencies: reports, invitations to renew, exits; and tells who stays past the end. */
export const handler = redactErrors(logger, async (event: unknown): Promise<DoneReport> => {
  const now = eventSchema.parse(event ?? {}).time ?? systemClock();
  const report = await doWhatIsDue(deps, now);
  logger.info('begun what is due in residencies', { begun: report.begun.length, failed: report.failed.length });
  logger.info('told of who stays', { told: report.told.length, failed: report.untold.length });
  return report;
});
