import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import { counted, gauge, ofFunction, ofMail, ofRuns } from './metrics.ts';

/** All of a stage that its operators look at. */
export interface OperationsProps {
  readonly stage: Stage;
  /** The names of all tables, entries and workflows that the stage has; those of `onTheClock` are called by the clock. */
  readonly tables: readonly string[];
  readonly entries: readonly string[];
  readonly onTheClock: readonly string[];
  readonly workflows: readonly string[];
  readonly api: HttpApi;
}

const results = ['OutboxDone', 'OutboxNoSlot', 'OutboxPutOff', 'OutboxDeferred', 'OutboxGivenUp'];

/** How many alarms a widget shows. */
const alarmsInOne = 100;

/** The dashboard of a stage: what is wrong now, what waits, and what goes in and out. Below 50 metrics it is free. */
export function overview(
  scope: Construct,
  { stage, workflows, onTheClock, api, alarms }: OperationsProps & { readonly alarms: IAlarm[] },
): void {
  const graph = (title: string, given: Pick<ConstructorParameters<typeof GraphWidget>[0], 'left' | 'right'>) =>
    new GraphWidget({ title, width: 12, ...given });
  const delivered = (service: string) => results.map((name) => counted(name, service));
  new Dashboard(scope, 'Dashboard', {
    dashboardName: resourceName(stage, 'overview'),
    widgets: [
      ...Array.from({ length: Math.ceil(alarms.length / alarmsInOne) }, (_, page) => [
        new AlarmStatusWidget({
          title: 'Alarms',
          width: 24,
          height: 8,
          alarms: alarms.slice(page * alarmsInOne, (page + 1) * alarmsInOne),
        }),
      ]),
      [
        graph('Waiting for an operator', {
          left: [gauge('RunsStuck', 'runs-reconcile')],
          right: [gauge('OldestOverdueHours', 'requests-chase'), gauge('OutboxLate', 'outbox-sweep')],
        }),
        graph('Runs', {
          left: workflows.flatMap((name) =>
            ['ExecutionsStarted', 'ExecutionsFailed'].map((metric) => ofRuns(scope, stage, name, metric)),
          ),
        }),
      ],
      [
        graph('Outbox at once (dispatch)', { left: delivered('outbox-dispatch') }),
        graph('Outbox by the clock (sweep)', { left: delivered('outbox-sweep') }),
      ],
      [
        graph('Mail (SES)', {
          left: ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map((name) => ofMail(name)),
          right: ['Reputation.BounceRate', 'Reputation.ComplaintRate'].map((name) => ofMail(name, Stats.AVERAGE)),
        }),
        graph('Requests', {
          left: ['RemindersSent', 'RequestsOverdue', 'ChaseFailed'].map((name) => counted(name, 'requests-chase')),
        }),
      ],
      [
        graph('Pages', {
          left: [api.metricCount(), api.metricServerError()],
          right: [api.metricLatency()],
        }),
        graph('Clock', {
          left: onTheClock.map((entry) => ofFunction(stage, entry, 'Invocations')),
        }),
      ],
    ],
  });
}
