import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type {
  applicationsPagesEnvironment,
  applicationsReconcileEnvironment,
  applicationsTasksEnvironment,
  outboxDeliverEnvironment,
  outboxFeedbackEnvironment,
  requestsChaseEnvironment,
  requestsPagesEnvironment,
} from '../../functions/shared/environments.ts';
import { acknowledge, arnInFinding } from '../nag.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { resourceName, type Stage } from '../stage.ts';
import { EntryFunction } from './entry-function.ts';

/** All Lambdas of the app, each with the environment that its entry reads and the least that it needs to do its work. */
export class Functions extends Construct {
  readonly assets: EntryFunction<Record<string, never>>;
  readonly applicationsPages: EntryFunction<z.infer<typeof applicationsPagesEnvironment>>;
  readonly applicationsTasks: EntryFunction<z.infer<typeof applicationsTasksEnvironment>>;
  readonly applicationsReconcile: EntryFunction<z.infer<typeof applicationsReconcileEnvironment>>;
  readonly requestsPages: EntryFunction<z.infer<typeof requestsPagesEnvironment>>;
  readonly requestsChase: EntryFunction<z.infer<typeof requestsChaseEnvironment>>;
  readonly outboxDispatch: EntryFunction<z.infer<typeof outboxDeliverEnvironment>>;
  readonly outboxSweep: EntryFunction<z.infer<typeof outboxDeliverEnvironment>>;
  readonly outboxFeedback: EntryFunction<z.infer<typeof outboxFeedbackEnvironment>>;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      data,
      workflows,
    }: { readonly stage: Stage; readonly data: DataStack; readonly workflows: readonly string[] },
  ) {
    super(scope, id);
    const { tables, linkKey } = data;
    const stack = Stack.of(this);
    const commit = { AUDIT_TABLE: tables.audit.tableName, OUTBOX_TABLE: tables.outbox.tableName };
    const application = {
      ...commit,
      APPLICATIONS_TABLE: tables.applications.tableName,
      REQUESTS_TABLE: tables.requests.tableName,
      ROUNDS_TABLE: tables.rounds.tableName,
      PEOPLE_TABLE: tables.people.tableName,
    };
    const pages = { BASE_URL: stage.baseUrl, LINK_KEY_ID: linkKey.keyId };
    const runs = {
      STATE_MACHINE_PREFIX: stack.formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: resourceName(stage, ''),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    };
    const stateArn = (resource: string, name: string) =>
      stack.formatArn({ service: 'states', resource, resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const machines = workflows.map((name) => stateArn('stateMachine', resourceName(stage, name)));
    const executions = workflows.map((name) => stateArn('execution', `${resourceName(stage, name)}:*`));
    /** What `commit` needs beside the entities: the last event is read, the next one put; nothing is ever changed. */
    const commits = <Environment extends Record<string, string>>(entry: EntryFunction<Environment>) =>
      entry.useTable(tables.audit, ['Query', 'PutItem']).useTable(tables.outbox, ['PutItem']);

    this.assets = new EntryFunction(this, 'Assets', {
      stage,
      entry: 'assets-assets',
      description: 'The stylesheet and the fonts of the pages',
      environment: {},
    });

    this.applicationsPages = new EntryFunction(this, 'ApplicationsPages', {
      stage,
      entry: 'applications-pages',
      description: 'What applicants see: start, form, status',
      environment: { ...application, ...pages },
      memory: 1024,
    });
    commits(this.applicationsPages)
      .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'], 'listed')
      .allow(['kms:VerifyMac'], [linkKey.keyArn]);

    this.applicationsTasks = new EntryFunction(this, 'ApplicationsTasks', {
      stage,
      entry: 'applications-tasks',
      description: 'The steps of applicant-intake',
      environment: application,
    });
    commits(this.applicationsTasks)
      .useTable(tables.applications, ['GetItem', 'Query', 'PutItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'])
      .useTable(tables.people, ['GetItem', 'Query']);

    this.applicationsReconcile = new EntryFunction(this, 'ApplicationsReconcile', {
      stage,
      entry: 'applications-reconcile',
      description: 'Starts a run for every application that needs one and has none',
      environment: { ...application, ...runs },
      timeout: Duration.minutes(4),
    });
    commits(this.applicationsReconcile)
      .useTable(tables.applications, ['GetItem', 'PutItem'], 'needs-run')
      .allow(['states:DescribeExecution'], executions);
    acknowledge(
      this.applicationsReconcile,
      workflows.map((name) => {
        const arn = arnInFinding(stack, 'states', `execution:${resourceName(stage, name)}:*`);
        return `AwsSolutions-IAM5[Resource::${arn}]`;
      }),
      "Executions have the names of references, which come into being as people apply; only their status is read, and only that of the app's own workflows.",
    );

    this.requestsPages = new EntryFunction(this, 'RequestsPages', {
      stage,
      entry: 'requests-pages',
      description: 'What a link in a request mail opens',
      environment: { ...application, ...pages },
      memory: 1024,
    });
    commits(this.requestsPages)
      .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'])
      .useTable(tables.people, ['GetItem', 'Query'])
      .allow(['kms:VerifyMac'], [linkKey.keyArn]);

    this.requestsChase = new EntryFunction(this, 'RequestsChase', {
      stage,
      entry: 'requests-chase',
      description: 'Reminds, passes on, escalates and lets lapse what is due',
      environment: application,
      timeout: Duration.minutes(4),
    });
    commits(this.requestsChase)
      .useTable(tables.applications, ['GetItem', 'PutItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'], 'due')
      .useTable(tables.people, ['GetItem', 'Query']);

    const deliver = (name: string, entry: string, description: string) => {
      const made = new EntryFunction(this, name, {
        stage,
        entry,
        description,
        environment: {
          ...application,
          ...pages,
          ...runs,
          ADDRESSES_TABLE: tables.addresses.tableName,
          MAIL_FROM: stage.mailFrom,
          MAIL_REPLY_TO: stage.replyTo,
        },
        timeout: Duration.minutes(4),
      });
      return commits(made)
        .useTable(tables.outbox, ['UpdateItem'])
        .useTable(tables.addresses, ['GetItem'])
        .useTable(tables.applications, ['GetItem'])
        .useTable(tables.requests, ['GetItem'])
        .useTable(tables.rounds, ['GetItem'])
        .useTable(tables.people, ['GetItem', 'Query'])
        .allow(['kms:GenerateMac'], [linkKey.keyArn])
        .allow(
          ['ses:SendRawEmail'],
          [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: stage.mailIdentity })],
        )
        .allow(['states:StartExecution', 'states:SendTaskSuccess'], machines);
    };
    this.outboxDispatch = deliver('OutboxDispatch', 'outbox-dispatch', 'Delivers what a change sends out, at once');
    this.outboxSweep = deliver('OutboxSweep', 'outbox-sweep', 'Delivers what is due, on the clock').useTable(
      tables.outbox,
      [],
      'due',
    );

    this.outboxFeedback = new EntryFunction(this, 'OutboxFeedback', {
      stage,
      entry: 'outbox-feedback',
      description: 'Marks addresses that bounced or complained',
      environment: { ...commit, ADDRESSES_TABLE: tables.addresses.tableName, PEOPLE_TABLE: tables.people.tableName },
    });
    commits(this.outboxFeedback)
      .useTable(tables.addresses, ['GetItem', 'PutItem'])
      .useTable(tables.people, ['GetItem', 'Query']);
  }
}
