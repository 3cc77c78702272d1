import { SESClient, SetIdentityNotificationTopicCommand } from '@aws-sdk/client-ses';
import * as z from 'zod';
import { answering, forService } from '../shared/client-timeouts.ts';

const ses = new SESClient(forService());

/** Milliseconds: SES takes one such call a second. */
const pause = 1100;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html */
const eventSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({ Identity: z.string(), TopicArn: z.string() }),
});

/** Custom resource: bounces and complaints of the identity go to the topic, until the resource is deleted. */
export const handler = async (raw: unknown): Promise<void> => {
  const event = eventSchema.parse(raw);
  const { Identity, TopicArn } = event.ResourceProperties;
  const SnsTopic = event.RequestType === 'Delete' ? undefined : TopicArn;
  let Reason = '';
  try {
    for (const NotificationType of ['Bounce', 'Complaint'] as const) {
      await ses.send(new SetIdentityNotificationTopicCommand({ Identity, NotificationType, SnsTopic }));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } catch (error) {
    Reason = error instanceof Error ? error.message : 'unknown';
  }
  const Status = Reason && event.RequestType !== 'Delete' ? 'FAILED' : 'SUCCESS';
  const { StackId, RequestId, LogicalResourceId } = event;
  const answer = { Status, Reason, StackId, RequestId, LogicalResourceId, PhysicalResourceId: `${Identity}-topics` };
  // The address is signed for an empty content type.
  const headers = { 'content-type': '' };
  await fetch(event.ResponseURL, {
    method: 'PUT',
    headers,
    body: JSON.stringify(answer),
    signal: AbortSignal.timeout(answering.service),
  });
};
