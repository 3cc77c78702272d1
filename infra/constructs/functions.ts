import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tablesOf } from '../../functions/shared/aws/environment.ts';
import type { Lambda } from '../../functions/shared/aws/lambda.ts';
import { lambdas } from '../lambdas.ts';
import { resourceName } from '../stage.ts';
import { EntryFunction } from './entry-function.ts';
import { signingEntry } from './manifests.ts';
import { type Permitted, permit, stateArn, sweepName } from './permissions.ts';

/** All Lambdas of the app, each with the environment that its entry reads and the least that it needs to do its work. */
export class Functions extends Construct {
  private readonly made: ReadonlyMap<string, EntryFunction>;
  private readonly props: Permitted;

  constructor(scope: Construct, id: string, props: Permitted) {
    super(scope, id);
    this.props = props;
    this.made = new Map(
      [...lambdas]
        .filter(([, { onlyLocal }]) => props.stage.local || !onlyLocal)
        .map(([entry, lambda]) => [entry, this.make(entry, lambda)]),
    );
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
    const names = [...lambdas]
      .filter(([entry, lambda]) => this.made.has(entry) && wanted(lambda))
      .map(([entry]) => entry);
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
    for (const permission of lambda.may ?? []) permit(made, permission, this.props);
    return made;
  }

  private environmentOf(lambda: Lambda): Record<string, string> {
    const { stage, data } = this.props;
    const known: Readonly<Record<string, string>> = {
      BASE_URL: stage.baseUrl,
      STAGE: stage.name,
      LINK_KEY_ID: data.linkKey.keyId,
      CODE_KEY_ID: data.codeKey.keyId,
      CODES_AN_HOUR: String(stage.codesAnHour),
      DOCUMENTS_BUCKET: data.documents.bucket.bucketName,
      MANIFESTS_BUCKET: data.manifests.bucket.bucketName,
      SIGNING_KEY_ID: data.manifests.key.keyId,
      STATE_MACHINE_PREFIX: stateArn(Stack.of(this), 'stateMachine', resourceName(stage, '')),
      MAILS_A_SECOND: String(stage.mailsASecond),
      STARTS_A_SECOND: String(stage.startsASecond),
      SWEEP_FUNCTION: sweepName(stage),
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
}

/** `outbox-dispatch` is OutboxDispatch, `assets-assets` Assets: deployed functions keep their ids. */
export const constructId = (entry: string): string =>
  [...new Set(entry.split('-'))].map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
