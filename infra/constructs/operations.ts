import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';
import { signingEntry } from './manifests.ts';
import type { Web } from './web.ts';
import type { Workflow } from './workflow.ts';

const namespace = 'SeoulFintechAcademy';

/** Tries that the sweep puts off in five minutes: a few are every day's, as many are a service that refuses. */
const manyPutOff = 50;

/** Hours in a row without a signing: a night and what its retries take. */
const hoursUnsigned = 30;

/** Sweeps in a row after which more is due than may leave: three in fifteen minutes are all there are. */
const sweepsBehind = 2;

/** Alarms, each with its entry in docs/runbook.md, and the dashboard of a stage. */
export class Operations extends Construct {
  private readonly stage: Stage;
  private readonly topic: Topic;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly stage: Stage;
      readonly functions: Functions;
      readonly workflows: readonly Workflow[];
      readonly web: Web;
    },
  ) {
    super(scope, id);
    this.stage = props.stage;
    this.topic = new Topic(this, 'Alarms', { topicName: resourceName(props.stage, 'alarms'), enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(props.stage.operatorEmail));
    // A topic with a policy of its own (here: TLS only) no longer lets the account's alarms publish by default.
    const stack = Stack.of(this);
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );

    const fiveMinutes = Duration.minutes(5);
    const counted = (metricName: string, service: string): Metric =>
      new Metric({ namespace, metricName, dimensionsMap: { service }, statistic: Stats.SUM, period: fiveMinutes });

    const givenUp = ['outbox-dispatch', 'outbox-sweep'].map((service) => counted('OutboxGivenUp', service));
    givenUp.forEach((metric, index) => {
      this.alarm(`OutboxGivenUp${index}`, 'outbox-given-up', metric, 'An outbox entry was given up');
    });
    const putOff = counted('OutboxPutOff', 'outbox-sweep');
    this.alarm('OutboxPutOff', 'outbox-put-off', putOff, 'Mails, starts or resumptions are being put off', manyPutOff);
    const behind = counted('OutboxBehind', 'outbox-sweep').with({ period: Duration.minutes(15) });
    this.alarm('OutboxBehind', 'outbox-behind', behind, 'More is to leave than may leave in a second', sweepsBehind);
    // The first try is the dispatcher's; the sweep has each again within minutes, and at least every half hour.
    const deferred = counted('OutboxDeferred', 'outbox-sweep').with({ period: Duration.minutes(30) });
    this.alarm('OutboxDeferred', 'outbox-deferred', deferred, 'SES takes no mails in the present state of the account');
    const late = new Metric({
      namespace,
      metricName: 'OutboxLate',
      dimensionsMap: { service: 'outbox-sweep' },
      statistic: Stats.MAXIMUM,
      period: Duration.minutes(10),
    });
    this.alarm('OutboxLate', 'outbox-late', late, 'A mail or a start has been due for too long', 1);
    const overdue = counted('RequestsOverdue', 'requests-chase');
    this.alarm('RequestsOverdue', 'requests-overdue', overdue, 'A request is overdue and nobody is left to pass it to');
    this.alarm(
      'ChaseFailed',
      'chase-failed',
      counted('ChaseFailed', 'requests-chase'),
      'A due request could not be chased',
    );
    const signed = counted('AuditSigned', signingEntry).with({ period: Duration.hours(1) });
    this.alarm('AuditUnsigned', 'audit-unsigned', signed, 'The audit was not signed last night', {
      threshold: 1,
      evaluationPeriods: hoursUnsigned,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    for (const workflow of props.workflows) {
      this.alarm(
        `${workflow.name}Failed`,
        'stuck',
        workflow.machine.metricFailed({ period: fiveMinutes }),
        `A run of ${workflow.name} is stuck`,
      );
    }
    for (const entry of props.functions.all) {
      const { node } = entry;
      this.alarm(
        `${node.id}Errors`,
        'lambda-errors',
        entry.function.metricErrors({ period: fiveMinutes }),
        `${node.id} failed`,
      );
    }
    const serverErrors = props.web.api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM });
    this.alarm('ServerErrors', 'server-errors', serverErrors, 'Pages answered with a server error');
    const bounces = new Metric({
      namespace: 'AWS/SES',
      metricName: 'Reputation.BounceRate',
      statistic: Stats.AVERAGE,
      period: Duration.hours(1),
    });
    // SES reviews an account at 5 % and may pause it at 10 %: https://docs.aws.amazon.com/ses/latest/dg/reputation-dashboard-dg.html
    this.alarm('BounceRate', 'bounce-rate', bounces, 'Many mails bounce', 0.04);

    new Dashboard(this, 'Dashboard', {
      dashboardName: resourceName(props.stage, 'overview'),
      widgets: [
        [
          new GraphWidget({
            title: 'Runs',
            left: props.workflows.flatMap(({ machine }) => [
              machine.metricStarted(),
              machine.metricSucceeded(),
              machine.metricFailed(),
            ]),
          }),
          new GraphWidget({
            title: 'Outbox',
            left: [
              ...['OutboxDone', 'OutboxNoTurn', 'OutboxPutOff', 'OutboxDeferred', 'OutboxLeaseLost'].flatMap((name) =>
                ['outbox-dispatch', 'outbox-sweep'].map((service) => counted(name, service)),
              ),
              ...givenUp,
            ],
            right: [late],
          }),
        ],
        [
          new GraphWidget({ title: 'Requests', left: [overdue, counted('RemindersSent', 'requests-chase')] }),
          new GraphWidget({
            title: 'Pages',
            left: [props.web.api.metricCount(), serverErrors],
            right: [props.web.api.metricLatency()],
          }),
        ],
      ],
    });
  }

  private alarm(
    id: string,
    runbook: string,
    metric: IMetric,
    what: string,
    unlike: number | Partial<AlarmProps> = 0,
  ): void {
    new Alarm(this, id, {
      alarmName: resourceName(this.stage, `${runbook}-${id}`.toLowerCase()),
      alarmDescription: `${what}. What to do: docs/runbook.md#${runbook}`,
      metric,
      threshold: typeof unlike === 'number' ? unlike : 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...(typeof unlike === 'object' && unlike),
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
