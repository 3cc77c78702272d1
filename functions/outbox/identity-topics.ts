import { type SESClient, SetIdentityNotificationTopicCommand } from '@aws-sdk/client-ses';
import * as z from 'zod';
import { answering } from '../shared/aws/client-timeouts.ts';

/** Milliseconds: SES takes one such call a second. */
const pause = 1100;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html */
export const topicsEventSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({ Identity: z.string(), TopicArn: z.string() }),
});
type TopicsEvent = z.infer<typeof topicsEventSchema>;

/** Bounces and complaints of the identity go to the topic, until the resource is deleted. @returns why they do not */
export async function setTopics(ses: SESClient, event: TopicsEvent): Promise<string> {
  const { Identity, TopicArn } = event.ResourceProperties;
  const SnsTopic = event.RequestType === 'Delete' ? undefined : TopicArn;
  try {
    for (const NotificationType of ['Bounce', 'Complaint'] as const) {
      await ses.send(new SetIdentityNotificationTopicCommand({ Identity, NotificationType, SnsTopic }));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

/** Tells CloudFormation how it went; a deletion never fails, for the identity may be gone already. */
export async function answerCloudFormation(event: TopicsEvent, Reason: string): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResourceProperties } = event;
  const Status = Reason && event.RequestType !== 'Delete' ? 'FAILED' : 'SUCCESS';
  const PhysicalResourceId = `${ResourceProperties.Identity}-topics`;
  await fetch(event.ResponseURL, {
    method: 'PUT',
    // The address is signed for an empty content type.
    headers: { 'content-type': '' },
    body: JSON.stringify({ Status, Reason, StackId, RequestId, LogicalResourceId, PhysicalResourceId }),
    signal: AbortSignal.timeout(answering.service),
  });
}
