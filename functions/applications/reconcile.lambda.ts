import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { readEnvironment } from '../shared/environment.ts';
import { applicationsReconcileEnvironment } from '../shared/environments.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { type ReconcileReport, reconcileRuns } from './reconcile-runs.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const environment = readEnvironment(applicationsReconcileEnvironment);
const deps = wire(environment);
const sfn = new SFNClient({});
const machine = `${environment.STATE_MACHINE_PREFIX}applicant-intake`.replace(':stateMachine:', ':execution:');
const executionArn = (name: string): string => `${machine}:${name}`;

/** From the clock: a grace of ten minutes for starts that are under way; an operator, or a start, may ask for none. */
const eventSchema = z.object({ graceMinutes: z.number().int().nonnegative().default(10) });

/** Starts lost runs again. */
export const handler = wordless(logger, async (event: unknown): Promise<ReconcileReport> => {
  const { graceMinutes } = eventSchema.parse(event ?? {});
  const report = await reconcileRuns({ ...deps, sfn, executionArn }, systemClock(), graceMinutes);
  logger.info('reconciled', { ...report });
  return report;
});
