import { setTimeout as sleep } from 'node:timers/promises';
import { SFNClient } from '@aws-sdk/client-sfn';
import { countRounds } from '../casework/count-rounds.ts';
import { executionArns } from '../runs/look-at-run.ts';
import { progressTable } from '../runs/progress-table.ts';
import type { ReconcileDependencies } from '../runs/reconcile-runs.ts';
import type { Runs } from '../runs/run.ts';
import { forService } from '../shared/aws/client-timeouts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openDatabase } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { type FaultLogger, faultNoter } from '../shared/redact-errors.ts';
import type { Instant } from '../shared/time.ts';
import { appLambdas } from './app-lambdas.ts';
import { isMachine, machinesOf } from './machines.ts';
import { wire } from './wiring.ts';

/** What runs are reconciled with, from the environment. */
export function openReconciling(logger: FaultLogger) {
  const environment = readEnvironment(appLambdas['runs-reconcile']);
  const prefix = environment.STATE_MACHINE_PREFIX;
  const db = openDatabase();
  const wired = wire(environment, db);
  const machines = machinesOf(wired);
  const dependencies: ReconcileDependencies = {
    commit: wired.commit,
    people: wired.people,
    sfn: new SFNClient(forService()),
    executionArn: executionArns(prefix),
    progress: progressTable(db, tableName(environment, 'PACE_TABLE')),
    sleep,
    faulted: faultNoter(logger, 'reference'),
  };
  return {
    dependencies,
    countRounds: (now: Instant) => countRounds(wired, now, faultNoter(logger, 'round')),
    machines: Object.values(machines),
    machineOf: (stateMachineArn: string): Runs | undefined => {
      const name = stateMachineArn.startsWith(prefix) ? stateMachineArn.slice(prefix.length) : '';
      return isMachine(name) ? machines[name] : undefined;
    },
  };
}
