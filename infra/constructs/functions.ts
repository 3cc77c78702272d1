import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type {
  admissionEraseDueEnvironment,
  admissionLetterEnvironment,
  admissionPagesEnvironment,
  admissionTasksEnvironment,
  applicationsPagesEnvironment,
  applicationsTasksEnvironment,
  outboxDeliverEnvironment,
  outboxFeedbackEnvironment,
  requestsChaseEnvironment,
  requestsPagesEnvironment,
  runsReconcileEnvironment,
  screeningPagesEnvironment,
  screeningTasksEnvironment,
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
  readonly runsReconcile: EntryFunction<z.infer<typeof runsReconcileEnvironment>>;
  readonly screeningPages: EntryFunction<z.infer<typeof screeningPagesEnvironment>>;
  readonly screeningTasks: EntryFunction<z.infer<typeof screeningTasksEnvironment>>;
  readonly admissionPages: EntryFunction<z.infer<typeof admissionPagesEnvironment>>;
  readonly admissionLetter: EntryFunction<z.infer<typeof admissionLetterEnvironment>>;
  readonly admissionTasks: EntryFunction<z.infer<typeof admissionTasksEnvironment>>;
  readonly admissionEraseDue: EntryFunction<z.infer<typeof admissionEraseDueEnvironment>>;
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
      SCREENINGS_TABLE: tables.screenings.tableName,
      ADMISSIONS_TABLE: tables.admissions.tableName,
      SEATS_TABLE: tables.seats.tableName,
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
      .useTable(tables.screenings, ['GetItem', 'PutItem', 'DeleteItem'])
      .useTable(tables.admissions, ['GetItem'])
      .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
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

    this.runsReconcile = new EntryFunction(this, 'RunsReconcile', {
      stage,
      entry: 'runs-reconcile',
      description: 'Starts a run for everything that needs one and has none',
      environment: { ...application, ...runs },
      timeout: Duration.minutes(4),
    });
    commits(this.runsReconcile)
      .useTable(tables.applications, ['GetItem', 'PutItem'], 'needs-run')
      .useTable(tables.screenings, ['GetItem', 'PutItem'], 'needs-run')
      .useTable(tables.admissions, ['GetItem', 'PutItem'], 'needs-run')
      .useTable(tables.seats, ['GetItem', 'PutItem'], 'needs-run')
      .allow(['states:DescribeExecution'], executions);
    acknowledge(
      this.runsReconcile,
      workflows.map((name) => {
        const arn = arnInFinding(stack, 'states', `execution:${resourceName(stage, name)}:*`);
        return `AwsSolutions-IAM5[Resource::${arn}]`;
      }),
      "Executions have the names of references, which come into being as people apply; only their status is read, and only that of the app's own workflows.",
    );

    this.screeningPages = new EntryFunction(this, 'ScreeningPages', {
      stage,
      entry: 'screening-pages',
      description: 'What reviewers see: their reviews, and each of them',
      environment: { ...application, ...pages },
      memory: 1024,
    });
    commits(this.screeningPages)
      .useTable(tables.screenings, ['GetItem', 'Query', 'PutItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.applications, ['GetItem'])
      .useTable(tables.admissions, ['GetItem', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'])
      .allow(['kms:VerifyMac'], [linkKey.keyArn]);

    this.screeningTasks = new EntryFunction(this, 'ScreeningTasks', {
      stage,
      entry: 'screening-tasks',
      description: 'The steps of screening',
      environment: application,
    });
    commits(this.screeningTasks)
      .useTable(tables.screenings, ['GetItem', 'PutItem', 'DeleteItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.applications, ['GetItem'])
      .useTable(tables.rounds, ['GetItem'])
      .useTable(tables.people, ['GetItem', 'Query']);

    this.admissionPages = new EntryFunction(this, 'AdmissionPages', {
      stage,
      entry: 'admission-pages',
      description: 'Results, second looks, the lot, verification of letters, the cohort and its statistics',
      environment: { ...application, ...pages },
      memory: 1024,
    });
    commits(this.admissionPages)
      .useTable(tables.admissions, ['GetItem'])
      .useTable(tables.seats, ['GetItem', 'Query', 'PutItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.applications, ['GetItem', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'], 'listed')
      .useTable(tables.people, ['GetItem'])
      .allow(['kms:VerifyMac'], [linkKey.keyArn]);

    this.admissionLetter = new EntryFunction(this, 'AdmissionLetter', {
      stage,
      entry: 'admission-letter',
      description: 'The letter of admission as a PDF',
      environment: { ...application, ...pages },
      memory: 1024,
    });
    this.admissionLetter
      .useTable(tables.seats, ['GetItem'])
      .useTable(tables.applications, ['GetItem'])
      .useTable(tables.rounds, ['GetItem'], 'listed')
      .allow(['kms:VerifyMac'], [linkKey.keyArn]);

    this.admissionTasks = new EntryFunction(this, 'AdmissionTasks', {
      stage,
      entry: 'admission-tasks',
      description: 'The steps of cohort-admission and seat-offer',
      environment: application,
      timeout: Duration.minutes(2),
      memory: 1769,
    });
    commits(this.admissionTasks)
      .useTable(tables.admissions, ['GetItem', 'PutItem'])
      .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
      .useTable(tables.screenings, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'])
      .useTable(tables.applications, ['GetItem', 'Query', 'PutItem'])
      .useTable(tables.rounds, ['GetItem'])
      .useTable(tables.people, ['GetItem', 'Query']);

    this.admissionEraseDue = new EntryFunction(this, 'AdmissionEraseDue', {
      stage,
      entry: 'admission-erase-due',
      description: 'Erases what the consents of rounds that have ended no longer allow to be kept',
      environment: application,
      timeout: Duration.minutes(4),
    });
    this.admissionEraseDue
      .useTable(tables.audit, ['Query', 'PutItem'])
      .useTable(tables.admissions, ['GetItem', 'PutItem'])
      .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
      .useTable(tables.requests, ['GetItem', 'PutItem'], 'subject')
      .useTable(tables.screenings, ['GetItem', 'PutItem'])
      .useTable(tables.seats, ['GetItem', 'PutItem', 'DeleteItem'])
      .useTable(tables.rounds, ['GetItem'], 'listed');

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
      .useTable(tables.screenings, ['GetItem'])
      .useTable(tables.admissions, ['GetItem', 'PutItem'])
      .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
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
      .useTable(tables.requests, ['GetItem', 'PutItem'], 'due', 'open-for')
      .useTable(tables.screenings, ['GetItem', 'PutItem'])
      .useTable(tables.seats, ['GetItem', 'PutItem'])
      .useTable(tables.people, ['GetItem', 'Query']);

    const deliver = (name: string, entry: string, timeout: Duration, description: string) => {
      const made = new EntryFunction(this, name, {
        stage,
        entry,
        description,
        environment: {
          ...application,
          ...pages,
          ...runs,
          ADDRESSES_TABLE: tables.addresses.tableName,
          PACE_TABLE: tables.pace.tableName,
          MAILS_A_SECOND: String(stage.mailsASecond),
          STARTS_A_SECOND: String(stage.startsASecond),
          MAIL_FROM: stage.mailFrom,
          MAIL_REPLY_TO: stage.replyTo,
        },
        timeout,
      });
      return commits(made)
        .useTable(tables.outbox, ['UpdateItem'])
        .useTable(tables.pace, ['UpdateItem'])
        .useTable(tables.addresses, ['GetItem'])
        .useTable(tables.screenings, ['GetItem', 'Query'])
        .useTable(tables.admissions, ['GetItem'])
        .useTable(tables.seats, ['GetItem', 'Query'])
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
    this.outboxDispatch = deliver(
      'OutboxDispatch',
      'outbox-dispatch',
      Duration.minutes(4),
      'Delivers what a change sends out, at once',
    );
    // As long as the clock's interval: where more is due than may leave, hardly a second of it is lost.
    this.outboxSweep = deliver(
      'OutboxSweep',
      'outbox-sweep',
      Duration.minutes(5),
      'Delivers what is due, on the clock',
    ).useTable(tables.outbox, [], 'due');

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
