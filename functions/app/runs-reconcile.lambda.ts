import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { type ReconcileReport, reconcileRuns } from '../runs/reconcile-runs.ts';
import { readEnvironment } from '../shared/environment.ts';
import { runsReconcileEnvironment } from '../shared/environments.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { faultNoter, wordless } from '../shared/wordless.ts';
import { machinesOf } from './machines.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const environment = readEnvironment(runsReconcileEnvironment);
const deps = wire(environment);
const machines = Object.values(machinesOf(deps));
const sfn = new SFNClient({});
const executions = environment.STATE_MACHINE_PREFIX.replace(':stateMachine:', ':execution:');
const executionArn = (machine: string, name: string): string => `${executions}${machine}:${name}`;

/** From the clock: a grace of ten minutes for starts that are under way; an operator, or a start, may ask for none. */
const eventSchema = z.object({ graceMinutes: z.number().int().nonnegative().default(10) });

/** Starts lost runs again. */
export const handler = wordless(logger, async (event: unknown): Promise<ReconcileReport> => {
  const { graceMinutes } = eventSchema.parse(event ?? {});
  const faulted = faultNoter(logger, 'reference');
  const report = await reconcileRuns({ ...deps, sfn, executionArn, faulted }, machines, systemClock(), graceMinutes);
  logger.info('reconciled', { ...report });
  return report;
});
