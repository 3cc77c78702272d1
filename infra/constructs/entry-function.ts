import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleFolder } from '../bundle.ts';
import { resourceName, type Stage } from '../stage.ts';

/** What a role may do with a table: the operations that the repositories use, and no others. */
const operations = {
  read: ['GetItem', 'Query'],
  write: ['GetItem', 'Query', 'PutItem'],
  writeAndRemove: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
  /** The audit: the last event is read, the next one put; never updated, never deleted. */
  append: ['Query', 'PutItem'],
  add: ['PutItem'],
  deliver: ['GetItem', 'Query', 'UpdateItem'],
} as const;

export type TableAccess = keyof typeof operations;

export interface EntryFunctionProps<Environment extends Record<string, string>> {
  readonly stage: Stage;
  /** `capability-entry`, the name of the bundle. */
  readonly entry: string;
  readonly description: string;
  readonly environment: Environment;
  readonly timeout?: Duration;
  readonly memory?: number;
}

/** A Lambda of one bundled entry, with a role that can do nothing but write its own log until it is granted more. */
export class EntryFunction<Environment extends Record<string, string>> extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: EntryFunctionProps<Environment>) {
    super(scope, id);
    const functionName = resourceName(props.stage, props.entry);
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: props.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
      }),
    );
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundleFolder, props.entry)),
      handler: 'index.handler',
      role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      timeout: props.timeout ?? Duration.seconds(29),
      memorySize: props.memory ?? 512,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: props.entry,
        POWERTOOLS_METRICS_NAMESPACE: 'SeoulFintechAcademy',
      },
    });
  }

  useTable(table: Table, access: TableAccess): this {
    const actions = operations[access].map((operation) => `dynamodb:${operation}`);
    this.allow(actions, [table.tableArn]);
    if (actions.includes('dynamodb:Query')) this.allow(['dynamodb:Query'], [`${table.tableArn}/index/*`]);
    return this;
  }

  allow(actions: string[], resources: string[]): this {
    this.function.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
    return this;
  }
}
