import { SESClient } from '@aws-sdk/client-ses';
import { forService } from '../shared/aws/client-timeouts.ts';
import { answerCloudFormation, setTopics, topicsEventSchema } from './identity-topics.ts';

const ses = new SESClient(forService());

/** Custom resource: where the feedback about the mail identity goes. */
export const handler = async (raw: unknown): Promise<void> => {
  const event = topicsEventSchema.parse(raw);
  await answerCloudFormation(event, await setTopics(ses, event));
};
