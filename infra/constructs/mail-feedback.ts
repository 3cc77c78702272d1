import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import { resourceName, type Stage } from '../stage.ts';
import { EntryFunction } from './entry-function.ts';

/**
 * What SES says of the mails of the identity: bounces and complaints, by a topic, to a function. CloudFormation cannot
 * set an identity's topics, hence the custom resource (https://docs.aws.amazon.com/ses/latest/dg/configure-sns-notifications.html).
 */
export class MailFeedback extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, feedback }: { readonly stage: Stage; readonly feedback: EntryFunction },
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const topic = new Topic(this, 'Feedback', { topicName: resourceName(stage, 'mail-feedback'), enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: {
            'aws:SourceAccount': stack.account,
            'aws:SourceArn': stack.formatArn({
              service: 'ses',
              resource: 'identity',
              resourceName: stage.mailIdentity,
            }),
          },
        },
      }),
    );
    topic.addSubscription(new LambdaSubscription(feedback.function));

    const setTopics = new EntryFunction(this, 'SetTopics', {
      stage,
      entry: 'outbox-identity-topics',
      description: 'Sets the bounce and complaint topics of the mail identity (custom resource)',
      environment: {},
    });
    setTopics.allow(['ses:SetIdentityNotificationTopic'], ['*']);
    acknowledge(
      setTopics,
      ['AwsSolutions-IAM5[Resource::*]'],
      'SES knows no resources for SetIdentityNotificationTopic; the function is invoked by CloudFormation alone.',
    );
    const topics = new CustomResource(this, 'Topics', {
      serviceToken: setTopics.function.functionArn,
      resourceType: 'Custom::IdentityTopics',
      serviceTimeout: Duration.minutes(2),
      // The stack is named so that the topics are set again if another one has made the identity anew.
      properties: { Identity: stage.mailIdentity, TopicArn: topic.topicArn, MadeBy: resourceName(stage, 'mail') },
    });
    // SES tries the topic when it is set: its policy has to be there, and so has the function's.
    topics.node.addDependency(topic, setTopics);
  }
}
