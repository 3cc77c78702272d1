import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DataStack } from '../stacks/data-stack.ts';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';
import { counted, gauge, ofMail } from './metrics.ts';
import type { Web } from './web.ts';
import type { Workflow } from './workflow.ts';

/** All of a stage that its operators look at. */
export interface OperationsProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly functions: Functions;
  readonly workflows: readonly Workflow[];
  readonly web: Web;
}

const results = ['OutboxDone', 'OutboxNoSlot', 'OutboxPutOff', 'OutboxDeferred', 'OutboxGivenUp'];

/** How many alarms a widget shows. */
const alarmsInOne = 100;

/** The dashboard of a stage: what is wrong now, what waits, and what goes in and out. Below 50 metrics it is free. */
export function overview(
  scope: Construct,
  { stage, workflows, functions, web, alarms }: OperationsProps & { readonly alarms: IAlarm[] },
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
          left: workflows.flatMap(({ machine }) => [
            machine.metricStarted(),
            machine.metricSucceeded(),
            machine.metricFailed(),
          ]),
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
          left: [web.api.metricCount(), web.api.metricServerError()],
          right: [web.api.metricLatency()],
        }),
        graph('Clock', {
          left: functions
            .which(({ onTheClock }) => onTheClock === true)
            .map((entry) => entry.function.metricInvocations()),
        }),
      ],
    ],
  });
}
