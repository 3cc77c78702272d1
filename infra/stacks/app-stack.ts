import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { applicantIntake } from '../../workflows/applicant-intake/definition.ts';
import { cohortAdmission } from '../../workflows/cohort-admission/definition.ts';
import { screening } from '../../workflows/screening/definition.ts';
import { seatOffer } from '../../workflows/seat-offer/definition.ts';
import { Clock } from '../constructs/clock.ts';
import { functionsOf } from '../constructs/functions/functions.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { Operations } from '../constructs/operations.ts';
import { OutboxStream } from '../constructs/outbox-stream.ts';
import { Web } from '../constructs/web.ts';
import { Workflow, type WorkflowProps } from '../constructs/workflow.ts';
import type { Stage } from '../stage.ts';
import type { DataStack } from './data-stack.ts';

/** All that can be made anew at any time: functions, workflows, pages, the clock, alarms. */
export class AppStack extends Stack {
  readonly workflows: readonly Workflow[];

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const functions = functionsOf(this, {
      stage,
      data,
      workflows: ['applicant-intake', 'screening', 'cohort-admission', 'seat-offer'],
    });
    const workflow = (id: string, name: string, tasks: WorkflowProps['tasks'], define: WorkflowProps['define']) =>
      new Workflow(this, id, { stage, name, tasks, define });
    this.workflows = [
      workflow('ApplicantIntake', 'applicant-intake', functions.applicationsTasks.function, applicantIntake),
      workflow('Screening', 'screening', functions.screeningTasks.function, screening),
      workflow('CohortAdmission', 'cohort-admission', functions.admissionTasks.function, cohortAdmission),
      workflow('SeatOffer', 'seat-offer', functions.admissionTasks.function, seatOffer),
    ];
    const web = new Web(this, 'Web', { stage, functions });
    new OutboxStream(this, 'OutboxStream', { table: data.tables.outbox, dispatch: functions.outboxDispatch });
    new Clock(this, 'Clock', { stage, functions });
    new MailFeedback(this, 'Mail', { stage, feedback: functions.outboxFeedback });
    new Operations(this, 'Operations', { stage, functions, workflows: this.workflows, web });
    new CfnOutput(this, 'ApiId', { value: web.api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: web.api.apiEndpoint });
  }
}
