import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Define, TasksOf } from '../../workflows/steps/workflow.ts';
import { acknowledge } from '../nag.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { resourceName, type Stage } from '../stage.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html: none of these can be limited to a log group. */
const logDelivery = [
  'CreateLogDelivery',
  'GetLogDelivery',
  'UpdateLogDelivery',
  'DeleteLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'DescribeResourcePolicies',
  'DescribeLogGroups',
].map((action) => `logs:${action}`);

export interface WorkflowProps {
  readonly stage: Stage;
  readonly name: string;
  readonly tasksOf: TasksOf;
  readonly define: Define;
  /** Functions that runs of earlier definitions still call. */
  readonly earlier: readonly IFunction[];
}

/** A state machine of a workflow's definition, with its log. Execution data stays out of the log: states are enough. */
export class Workflow extends Construct {
  readonly machine: StateMachine;
  readonly name: string;

  constructor(scope: Construct, id: string, { stage, name, tasksOf, define, earlier }: WorkflowProps) {
    super(scope, id);
    this.name = name;
    const machineName = resourceName(stage, name);
    // Those that its steps are done by, and nothing else, may be invoked.
    const invoked = new Set(earlier);
    const definition = define(this, (capability) => {
      const tasks = tasksOf(capability);
      invoked.add(tasks);
      return tasks;
    });
    const allow = (actions: string[], resources: string[]) =>
      new PolicyDocument({ statements: [new PolicyStatement({ effect: Effect.ALLOW, actions, resources })] });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        Steps: allow(
          ['lambda:InvokeFunction'],
          [...invoked].map(({ functionArn }) => functionArn),
        ),
        Log: allow(logDelivery, ['*']),
      },
    });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(definition),
      // The CDK would add every version of the function, and X-Ray.
      role: role.withoutPolicyUpdates(),
      logs: {
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${machineName}`,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: keptUnlessNew(stage),
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
      tracingEnabled: false,
    });
    this.machine.node.addDependency(role);
    acknowledge(role, ['AwsSolutions-IAM5[Resource::*]'], 'Log deliveries know no resources of their own.');
    acknowledge(
      this.machine,
      ['AwsSolutions-SF2'],
      'A run is followed by its name through history, log and audit; traces would be a further copy that nobody reads.',
    );
  }
}
