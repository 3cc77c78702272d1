import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import type { EntryFunction } from './entry-function.ts';
import type { Workflow } from './workflow.ts';

export interface EndedRunsProps {
  readonly stage: Stage;
  readonly workflows: readonly Workflow[];
  readonly reconcile: EntryFunction;
}

/** Tells the reconciling of each run that ends badly. Step Functions does so as well as it can: the clock is the guarantee. */
export class EndedRuns extends Construct {
  constructor(scope: Construct, id: string, { stage, workflows, reconcile }: EndedRunsProps) {
    super(scope, id);
    new Rule(this, 'EndedBadly', {
      ruleName: resourceName(stage, 'ended-runs'),
      description: 'Starts a run again that was stopped, or failed without a mark',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: workflows.map(({ machine }) => machine.stateMachineArn),
        },
      },
      targets: [new LambdaFunction(reconcile.function, { retryAttempts: 10, maxEventAge: Duration.hours(1) })],
    });
  }
}
