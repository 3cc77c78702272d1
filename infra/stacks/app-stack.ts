import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarms.ts';
import { Clock } from '../constructs/clock.ts';
import { DocumentEvents } from '../constructs/document-events.ts';
import { EndedRuns } from '../constructs/ended-runs.ts';
import { constructId, Functions } from '../constructs/functions.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { OutboxStream } from '../constructs/outbox-stream.ts';
import { Web } from '../constructs/web.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { Stage } from '../stage.ts';
import { tasksEntry, workflows } from '../workflows.ts';
import type { DataStack } from './data-stack.ts';

/** All that can be made anew at any time: functions, workflows, pages, the clock. */
export class AppStack extends Stack {
  readonly workflows: readonly Workflow[];
  readonly functions: Functions;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const functions = new Functions(this, 'Functions', { stage, data, workflows: workflows.map(({ name }) => name) });
    this.workflows = workflows.map(
      ({ name, define, earlier }) =>
        new Workflow(this, constructId(name), {
          stage,
          name,
          define,
          tasksOf: (capability) => functions.named(tasksEntry(capability)).function,
          earlier: earlier.map((entry) => functions.named(entry).function),
        }),
    );
    const web = new Web(this, 'Web', { stage, functions });
    new OutboxStream(this, 'OutboxStream', {
      table: data.table('outbox'),
      dispatch: functions.named('outbox-dispatch'),
    });
    new Clock(this, 'Clock', { stage, functions });
    new EndedRuns(this, 'EndedRuns', {
      stage,
      workflows: this.workflows,
      reconcile: functions.named('runs-reconcile'),
    });
    new DocumentEvents(this, 'DocumentEvents', { stage, bucket: data.documents.bucket, functions });
    new MailFeedback(this, 'Mail', { stage, feedback: functions.named('outbox-feedback') });
    // Before the alarms had a stack of their own it was made here, and who has confirmed the subscription need not again.
    new AlarmTopic(this, 'Operations', stage);
    this.functions = functions;
    this.api = web.api;
    new CfnOutput(this, 'ApiId', { value: web.api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: web.api.apiEndpoint });
  }
}
