import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { loggingEnvironment } from '../../functions/shared/aws/environment.ts';
import type { TableGrant } from '../../functions/shared/aws/lambda.ts';
import { bundleFolder } from '../bundle.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { resourceName, type Stage } from '../stage.ts';

export interface EntryFunctionProps {
  readonly stage: Stage;
  /** `capability-entry`, the name of the bundle. */
  readonly entry: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout?: Duration;
  readonly memory?: number;
  /** Whether its log has the records of access, which are kept for years. */
  readonly recordsAccess?: boolean;
  /** Whether its role has the function's name, for policies elsewhere that name it. */
  readonly namedRole?: boolean;
}

const accessRetention = {
  1: RetentionDays.THIRTEEN_MONTHS,
  2: RetentionDays.TWO_YEARS,
  3: RetentionDays.THREE_YEARS,
} as const satisfies Record<Stage['accessRecordYears'], RetentionDays>;

/** A Lambda of one bundled entry, with a role that can do nothing but write its own log until it is granted more. */
export class EntryFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  /** The name of its entry. */
  readonly entry: string;
  /** Stands in the role itself: a policy beside each role would be a resource more of the stack's 500. */
  private readonly grants = new PolicyDocument();

  constructor(scope: Construct, id: string, props: EntryFunctionProps) {
    super(scope, id);
    this.entry = props.entry;
    const functionName = resourceName(props.stage, props.entry);
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: props.recordsAccess ? accessRetention[props.stage.accessRecordYears] : RetentionDays.THREE_MONTHS,
      removalPolicy: keptUnlessNew(props.stage),
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { own: this.grants },
      ...(props.namedRole && { roleName: functionName }),
    });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.logGroup.logGroupArn]);
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundleFolder, props.entry), { exclude: props.stage.showFaults ? [] : ['*.map'] }),
      handler: 'index.handler',
      role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      // No lines of Lambda's own about calls that went well: half of all that is logged, and our own say as much.
      systemLogLevelV2: SystemLogLevel.WARN,
      timeout: props.timeout ?? Duration.seconds(29),
      memorySize: props.memory ?? 512,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: props.entry,
        POWERTOOLS_METRICS_NAMESPACE: 'SeoulFintechAcademy',
        ...(props.stage.showFaults && ({ SHOW_FAULTS: 'yes' } satisfies z.input<typeof loggingEnvironment>)),
      },
    });
  }

  /** Operations on the table itself, and Query on exactly these of its indexes. */
  useTable(table: Table, grants: readonly TableGrant[]): this {
    const { operations = [], indexes = [] } = Object.groupBy(grants, (grant) =>
      grant.startsWith('index/') ? 'indexes' : 'operations',
    );
    const actions = operations.map((operation) => `dynamodb:${operation}`);
    if (actions.length > 0) this.allow(actions, [table.tableArn]);
    const indexArns = indexes.map((index) => `${table.tableArn}/${index}`);
    if (indexArns.length > 0) this.allow(['dynamodb:Query'], indexArns);
    return this;
  }

  allow(actions: string[], resources: string[]): this {
    this.grants.addStatements(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
    return this;
  }
}
