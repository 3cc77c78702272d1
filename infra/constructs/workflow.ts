import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';

/** A state machine of a workflow's definition, with its log. Execution data stays out of the log: states are enough. */
export class Workflow extends Construct {
  readonly machine: StateMachine;
  readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly stage: Stage; readonly name: string; readonly define: (scope: Construct) => IChainable },
  ) {
    super(scope, id);
    this.name = props.name;
    const machineName = resourceName(props.stage, props.name);
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(props.define(this)),
      logs: {
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${machineName}`,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: props.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
      tracingEnabled: false,
    });
  }
}
