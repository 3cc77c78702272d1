import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { runsReconcileEnvironment } from '../../../functions/shared/environments.ts';
import { acknowledge, arnInFinding } from '../../nag.ts';
import { resourceName } from '../../stage.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** The reconciling of all runs. */
export function runsFunctions(
  scope: Construct,
  { stage, tables, stack, application, runs, workflows, executions, commits }: FunctionsContext,
) {
  const runsReconcile = new EntryFunction<z.infer<typeof runsReconcileEnvironment>>(scope, 'RunsReconcile', {
    stage,
    entry: 'runs-reconcile',
    description: 'Starts a run for everything that needs one and has none',
    environment: { ...application, ...runs },
    timeout: Duration.minutes(4),
  });
  commits(runsReconcile)
    .useTable(tables.applications, ['GetItem', 'PutItem'], 'needs-run')
    .useTable(tables.screenings, ['GetItem', 'PutItem'], 'needs-run')
    .useTable(tables.admissions, ['GetItem', 'PutItem'], 'needs-run')
    .useTable(tables.seats, ['GetItem', 'PutItem'], 'needs-run')
    .allow(['states:DescribeExecution'], executions);
  acknowledge(
    runsReconcile,
    workflows.map((name) => {
      const arn = arnInFinding(stack, 'states', `execution:${resourceName(stage, name)}:*`);
      return `AwsSolutions-IAM5[Resource::${arn}]`;
    }),
    "Executions have the names of references, which come into being as people apply; only their status is read, and only that of the app's own workflows.",
  );

  return { runsReconcile };
}
