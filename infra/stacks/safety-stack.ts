import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { accountInFinding, acknowledge } from '../nag.ts';
import { documentsBucketName, type Stage } from '../stage.ts';

/** What looks documents through on AWS, apart from everything else: the local cloud refuses its type (docs/adr/0036). */
export class SafetyStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const bucketName = documentsBucketName(stage, this.account, this.region);
    const role = new Role(this, 'ScanRole', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
    });
    for (const statement of this.scanning(
      this.formatArn({ service: 's3', region: '', account: '', resource: bucketName }),
    ))
      role.addToPolicy(statement);
    acknowledge(
      role,
      [
        `AwsSolutions-IAM5[Resource::arn:aws:s3:::${documentsBucketName(stage, accountInFinding(this), this.region)}/*]`,
        `AwsSolutions-IAM5[Resource::arn:aws:events:${this.region}:${accountInFinding(this)}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
      ],
      'As GuardDuty wants it: it reads whatever people send, and names the rule that tells it of that itself.',
    );
    const plan = new CfnMalwareProtectionPlan(this, 'Documents', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName } },
      // What was found is told by an event, and the tag of an object would say it once more.
      actions: { tagging: { status: 'DISABLED' } },
    });
    plan.node.addDependency(role);
  }

  /** https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html */
  private scanning(bucket: string): PolicyStatement[] {
    const rule = this.formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
    });
    const ownAccount = { StringEquals: { 'aws:ResourceAccount': this.account } };
    return [
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        resources: [rule],
        conditions: { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } },
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['events:DescribeRule', 'events:ListTargetsByRule'],
        resources: [rule],
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['s3:GetBucketNotification', 's3:PutBucketNotification', 's3:ListBucket'],
        resources: [bucket],
        conditions: ownAccount,
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['s3:PutObject'],
        resources: [`${bucket}/malware-protection-resource-validation-object`],
        conditions: ownAccount,
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [`${bucket}/*`],
        conditions: ownAccount,
      }),
    ];
  }
}
