import { CustomResource } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { outboxFeedbackEnvironment } from '../../functions/shared/environments.ts';
import { resourceName, type Stage } from '../stage.ts';
import { EntryFunction } from './entry-function.ts';

/**
 * The SES identity that mails come from, and its feedback. CloudFormation cannot set an identity's notification topics,
 * hence the custom resource (https://docs.aws.amazon.com/ses/latest/dg/configure-sns-notifications.html).
 */
export class MailIdentity extends Construct {
  readonly feedbackTopic: Topic;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      feedback,
    }: { readonly stage: Stage; readonly feedback: EntryFunction<z.infer<typeof outboxFeedbackEnvironment>> },
  ) {
    super(scope, id);
    const identity = new EmailIdentity(this, 'Identity', {
      identity: stage.mailIdentity.includes('@')
        ? Identity.email(stage.mailIdentity)
        : Identity.domain(stage.mailIdentity),
      feedbackForwarding: false,
    });
    this.feedbackTopic = new Topic(this, 'Feedback', {
      topicName: resourceName(stage, 'mail-feedback'),
      enforceSSL: true,
    });
    this.feedbackTopic.grantPublish(new ServicePrincipal('ses.amazonaws.com'));
    this.feedbackTopic.addSubscription(new LambdaSubscription(feedback.function));

    const setTopics = new EntryFunction(this, 'SetTopics', {
      stage,
      entry: 'outbox-identity-topics',
      description: 'Sets the bounce and complaint topics of the mail identity (custom resource)',
      environment: {},
    });
    setTopics.allow(['ses:SetIdentityNotificationTopic'], ['*']);
    const topics = new CustomResource(this, 'Topics', {
      serviceToken: setTopics.function.functionArn,
      resourceType: 'Custom::IdentityTopics',
      properties: { Identity: stage.mailIdentity, TopicArn: this.feedbackTopic.topicArn },
    });
    topics.node.addDependency(identity, setTopics);
  }
}
