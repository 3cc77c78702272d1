import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { executionArns } from '../runs/look-at-run.ts';
import { type ReconcileReport, reconcileRuns } from '../runs/reconcile-runs.ts';
import { stuckNow } from '../runs/stuck-now.ts';
import { forService } from '../shared/patience.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { faultNoter, wordless } from '../shared/wordless.ts';
import { appLambdas } from './app-lambdas.ts';
import { machinesOf } from './machines.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const metrics = openMetrics();
const environment = readEnvironment(appLambdas['runs-reconcile']);
const deps = wire(environment);
const machines = Object.values(machinesOf(deps));
const sfn = new SFNClient(forService());

const reconciling = {
  commit: deps.commit,
  people: deps.people,
  random: deps.random,
  sfn,
  executionArn: executionArns(environment.STATE_MACHINE_PREFIX),
  faulted: faultNoter(logger, 'reference'),
};

/** From the clock: a grace of ten minutes for starts that are under way; an operator, or a start, may ask for none. */
const eventSchema = z.object({ graceMinutes: z.number().int().nonnegative().default(10) });

/** Starts lost runs again, and says how much is stuck, if anything is. */
export const handler = wordless(logger, async (event: unknown): Promise<ReconcileReport> => {
  const { graceMinutes } = eventSchema.parse(event ?? {});
  const report = await reconcileRuns(reconciling, machines, systemClock(), graceMinutes);
  const stuck = await stuckNow(machines, systemClock());
  if (stuck > 0) metrics.addMetric('RunsStuck', MetricUnit.Count, stuck);
  metrics.publishStoredMetrics();
  logger.info('reconciled', { ...report, stuck });
  return report;
});
