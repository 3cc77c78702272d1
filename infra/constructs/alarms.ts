import { Stack } from 'aws-cdk-lib';
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';

/** What is watched, and from where on the operator is told. */
export interface Watched {
  /** The heading of its entry in docs/runbook.md. */
  readonly runbook: string;
  readonly what: string;
  readonly metric: IMetric;
  /** Raised above it; 0, if any is too much. */
  readonly above?: number;
  /** Raised if nothing comes, too: fewer than one in each of so many periods. */
  readonly silentFor?: number;
  /** Whether the operator is told of its end too: for what stands until somebody acts. */
  readonly tellsItsEnd?: boolean;
}

/** The topic by which alarms tell the operators, who confirm their subscription once. */
export class AlarmTopic extends Construct {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const topic = new Topic(this, 'Alarms', { topicName: topicName(stage), enforceSSL: true });
    topic.addSubscription(new EmailSubscription(stage.operatorEmail));
    // A topic with a policy of its own (here: TLS only) no longer lets the account's alarms publish by default.
    topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
      }),
    );
  }
}

const topicName = (stage: Stage): string => resourceName(stage, 'alarms');

/** The alarms of a stage. They are made directly in the scope: their names are fixed. */
export class Alarms {
  readonly made: Alarm[] = [];
  readonly scope: Construct;
  private readonly stage: Stage;
  private readonly topic: ITopic;

  constructor(scope: Construct, stage: Stage) {
    this.scope = scope;
    this.stage = stage;
    const arn = Stack.of(scope).formatArn({ service: 'sns', resource: topicName(stage) });
    this.topic = Topic.fromTopicArn(scope, 'Topic', arn);
  }

  watch(id: string, { runbook, what, metric, above = 0, silentFor, tellsItsEnd }: Watched): void {
    const raised: Pick<AlarmProps, 'threshold' | 'evaluationPeriods' | 'comparisonOperator' | 'treatMissingData'> =
      silentFor
        ? {
            threshold: 1,
            evaluationPeriods: silentFor,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          }
        : {
            threshold: above,
            evaluationPeriods: 1,
            comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          };
    const alarm = new Alarm(this.scope, id, {
      alarmName: resourceName(this.stage, `${runbook}-${id}`.toLowerCase()),
      alarmDescription: `${what}. What to do: docs/runbook.md#${runbook}`,
      metric,
      ...raised,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    if (tellsItsEnd) alarm.addOkAction(new SnsAction(this.topic));
    this.made.push(alarm);
  }
}
