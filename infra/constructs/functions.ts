import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tablesOf } from '../../functions/shared/environment.ts';
import type { Lambda, Permission } from '../../functions/shared/lambda.ts';
import { lambdas } from '../lambdas.ts';
import { accountInFinding, acknowledge, arnInFinding } from '../nag.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { manifestsBucketName, resourceName, type Stage } from '../stage.ts';
import { EntryFunction } from './entry-function.ts';
import { signingEntry } from './manifests.ts';

/** What delivers what is due, and is called by the dispatcher too. */
const sweepEntry = 'outbox-sweep';

export interface FunctionsProps {
  readonly stage: Stage;
  readonly data: DataStack;
  /** The names of the state machines, without the stage's prefix. */
  readonly workflows: readonly string[];
}

/** All Lambdas of the app, each with the environment that its entry reads and the least that it needs to do its work. */
export class Functions extends Construct {
  private readonly made: ReadonlyMap<string, EntryFunction>;
  private readonly props: FunctionsProps;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.props = props;
    this.made = new Map([...lambdas].map(([entry, lambda]) => [entry, this.make(entry, lambda)]));
  }

  get all(): readonly EntryFunction[] {
    return [...this.made.values()];
  }

  named(entry: string): EntryFunction {
    const found = this.made.get(entry);
    if (!found) throw new Error(`no capability brings the Lambda ${entry}`);
    return found;
  }

  /** Those that a capability wants something for, in the order of their names. */
  which(wanted: (lambda: Lambda) => boolean): readonly EntryFunction[] {
    const names = [...lambdas].filter(([, lambda]) => wanted(lambda)).map(([entry]) => entry);
    return names.sort().map((entry) => this.named(entry));
  }

  private make(entry: string, lambda: Lambda): EntryFunction {
    const { stage, data } = this.props;
    const made = new EntryFunction(this, constructId(entry), {
      stage,
      entry,
      description: lambda.description,
      environment: this.environmentOf(lambda),
      timeout: Duration.seconds(lambda.seconds ?? 29),
      memory: lambda.memory,
      recordsAccess: lambda.showsToStaff,
      namedRole: entry === signingEntry,
    });
    if (lambda.commits) {
      // Events are put, seldom the last is read; nothing is ever changed.
      made.useTable(data.table('audit'), ['Query', 'PutItem']);
      if (lambda.commits === 'audit and outbox') made.useTable(data.table('outbox'), ['PutItem']);
    }
    for (const [table, grants] of Object.entries(lambda.tables)) made.useTable(data.table(table), grants);
    for (const permission of lambda.may ?? []) this.permit(made, permission);
    return made;
  }

  private environmentOf(lambda: Lambda): Record<string, string> {
    const { stage, data } = this.props;
    const known: Readonly<Record<string, string>> = {
      BASE_URL: stage.baseUrl,
      LINK_KEY_ID: data.linkKey.keyId,
      CODE_KEY_ID: data.codeKey.keyId,
      CODES_AN_HOUR: String(stage.codesAnHour),
      MANIFESTS_BUCKET: data.manifests.bucket.bucketName,
      SIGNING_KEY_ID: data.manifests.key.keyId,
      STATE_MACHINE_PREFIX: this.stateArn('stateMachine', resourceName(stage, '')),
      MAILS_A_SECOND: String(stage.mailsASecond),
      STARTS_A_SECOND: String(stage.startsASecond),
      SWEEP_FUNCTION: resourceName(stage, sweepEntry),
      MAIL_FROM: stage.mailFrom,
      MAIL_REPLY_TO: stage.replyTo,
    };
    const read = Object.keys(lambda.environment.shape).map((name): [string, string] => {
      const value = known[name];
      if (value === undefined) throw new Error(`nothing says what ${name} is`);
      return [name, value];
    });
    const tables = [...tablesOf(lambda)].map(([name, table]): [string, string] => [name, data.table(table).tableName]);
    return Object.fromEntries([...tables, ...read]);
  }

  private permit(made: EntryFunction, permission: Permission): void {
    const { stage, data, workflows } = this.props;
    const stack = Stack.of(this);
    switch (permission) {
      case 'verify links':
        made.allow(['kms:VerifyMac'], [data.linkKey.keyArn]);
        break;
      case 'sign links':
        made.allow(['kms:GenerateMac'], [data.linkKey.keyArn]);
        break;
      case 'derive codes':
        made.allow(['kms:GenerateMac'], [data.codeKey.keyArn]);
        break;
      case 'send mail':
        made.allow(
          ['ses:SendRawEmail'],
          [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: stage.mailIdentity })],
        );
        break;
      case 'wake the sweep':
        made.allow(
          ['lambda:InvokeFunction'],
          [
            stack.formatArn({
              service: 'lambda',
              resource: 'function',
              resourceName: resourceName(stage, sweepEntry),
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        );
        break;
      case 'start and resume runs':
        made.allow(
          ['states:StartExecution', 'states:SendTaskSuccess'],
          workflows.map((name) => this.stateArn('stateMachine', resourceName(stage, name))),
        );
        break;
      case 'look at runs':
        made.allow(
          ['states:DescribeExecution'],
          workflows.map((name) => this.stateArn('execution', `${resourceName(stage, name)}:*`)),
        );
        acknowledge(
          made,
          workflows.map((name) => {
            const arn = arnInFinding(stack, 'states', `execution:${resourceName(stage, name)}:*`);
            return `AwsSolutions-IAM5[Resource::${arn}]`;
          }),
          "Executions have the names of references, which come into being as people apply; only their status and input, an id, are read, and only of the app's own workflows.",
        );
        break;
      case 'sign manifests':
        this.permitSigning(made);
    }
  }

  private permitSigning(made: EntryFunction): void {
    const { stage, data } = this.props;
    const stack = Stack.of(this);
    const arnOf = (resource: string) => stack.formatArn({ service: 's3', region: '', account: '', resource });
    const nameIn = (account: string) => manifestsBucketName(stage, account, stack.region);
    made
      .allow(['kms:Sign', 'kms:GetPublicKey'], [data.manifests.key.keyArn])
      .allow(['s3:ListBucketVersions'], [arnOf(nameIn(stack.account))])
      .allow(['s3:PutObject', 's3:GetObjectVersion'], [arnOf(`${nameIn(stack.account)}/*`)]);
    acknowledge(
      made,
      [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${nameIn(accountInFinding(stack))}/*]`],
      'Manifests and their parts have names that come into being each night; the bucket holds nothing else.',
    );
  }

  private stateArn(resource: string, name: string): string {
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'states', resource, resourceName: name, arnFormat });
  }
}

/** `outbox-dispatch` is OutboxDispatch, `assets-assets` Assets: deployed functions keep their ids. */
export const constructId = (entry: string): string =>
  [...new Set(entry.split('-'))].map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
