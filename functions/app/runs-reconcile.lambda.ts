import * as z from 'zod';
import { emptyReport, modestPass, type ReconcileReport, reconcileRuns } from '../runs/reconcile-runs.ts';
import { reconcileEnded, runEnded } from '../runs/run-ended.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { faultNoter, wordless } from '../shared/wordless.ts';
import { openReconciling } from './open-reconciling.ts';

const logger = openLogger();
const { dependencies, machines, machineOf } = openReconciling(faultNoter(logger, 'reference'));

/** From the clock a pass as it is always; by hand as somebody asks for. */
const passSchema = z.object({
  graceMinutes: z.number().int().nonnegative().default(modestPass.graceMinutes),
  most: z.number().int().positive().default(modestPass.most),
  aSecond: z.number().positive().default(modestPass.aSecond),
});

/** Starts lost runs again: on the clock what it comes by, and at once the one whose end Step Functions tells of. */
export const handler = wordless(logger, async (event: unknown): Promise<ReconcileReport> => {
  const ended = runEnded(event);
  if (!ended) {
    const report = await reconcileRuns(dependencies, machines, systemClock(), passSchema.parse(event ?? {}));
    logger.info('reconciled', { ...report });
    return report;
  }
  const report = emptyReport();
  await reconcileEnded(dependencies, machineOf, ended, report, systemClock());
  logger.info('run ended', { run: ended.name, status: ended.status, ...report });
  return report;
});
