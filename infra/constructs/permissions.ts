import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Permission } from '../../functions/shared/aws/lambda.ts';
import { accountInFinding, acknowledge, arnInFinding } from '../nag.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { documentsBucketName, manifestsBucketName, resourceName, type Stage } from '../stage.ts';
import type { EntryFunction } from './entry-function.ts';

/** What permissions are about. */
export interface Permitted {
  readonly stage: Stage;
  readonly data: DataStack;
  /** The names of the state machines, without the stage's prefix. */
  readonly workflows: readonly string[];
}

/** What delivers what is due, and is called by the dispatcher too. */
const sweepEntry = 'outbox-sweep';

export const sweepName = (stage: Stage): string => resourceName(stage, sweepEntry);

/** The ARN of a state machine of this stack, or of its executions. */
export const stateArn = (stack: Stack, resource: 'stateMachine' | 'execution', name: string): string =>
  stack.formatArn({ service: 'states', resource, resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** Grants a Lambda what is no grant of a table, as narrow as its resources can be named. */
export function permit(made: EntryFunction, permission: Permission, permitted: Permitted): void {
  const { stage, data, workflows } = permitted;
  const stack = Stack.of(made);
  switch (permission) {
    case 'verify links':
      made.allow(['kms:VerifyMac'], [data.linkKey.keyArn]);
      break;
    case 'sign links':
      made.allow(['kms:GenerateMac'], [data.linkKey.keyArn]);
      break;
    case 'derive codes':
      made.allow(['kms:GenerateMac'], [data.codeKey.keyArn]);
      break;
    case 'send mail':
      made.allow(
        ['ses:SendRawEmail'],
        [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: stage.mailIdentity })],
      );
      break;
    case 'wake the sweep':
      made.allow(
        ['lambda:InvokeFunction'],
        [
          stack.formatArn({
            service: 'lambda',
            resource: 'function',
            resourceName: sweepName(stage),
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      );
      break;
    case 'start and resume runs':
      made.allow(
        ['states:StartExecution', 'states:SendTaskSuccess'],
        workflows.map((name) => stateArn(stack, 'stateMachine', resourceName(stage, name))),
      );
      break;
    case 'look at runs':
      made.allow(
        ['states:DescribeExecution'],
        workflows.map((name) => stateArn(stack, 'execution', `${resourceName(stage, name)}:*`)),
      );
      acknowledge(
        made,
        workflows.map((name) => {
          const arn = arnInFinding(stack, 'states', `execution:${resourceName(stage, name)}:*`);
          return `AwsSolutions-IAM5[Resource::${arn}]`;
        }),
        "Executions have the names of references, which come into being as people apply; only their status and input, an id, are read, and only of the app's own workflows.",
      );
      break;
    case 'sign manifests':
      permitSigning(made, permitted);
      break;
    case 'give out documents':
      permitDocuments(made, permitted, { objects: ['s3:PutObject', 's3:GetObjectVersion'] });
      break;
    case 'show documents':
      permitDocuments(made, permitted, { objects: ['s3:GetObjectVersion'] });
      break;
    case 'keep documents':
      permitDocuments(made, permitted, {
        bucket: ['s3:ListBucketVersions'],
        objects: ['s3:GetObjectVersion', 's3:DeleteObjectVersion'],
      });
      break;
    case 'scan documents':
      permitDocuments(made, permitted, { bucket: ['s3:ListBucketVersions'], objects: ['s3:GetObjectVersion'] });
      made.allow(
        ['events:PutEvents'],
        [stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })],
      );
  }
}

function permitSigning(made: EntryFunction, { stage, data }: Permitted): void {
  const stack = Stack.of(made);
  const arnOf = (resource: string) => stack.formatArn({ service: 's3', region: '', account: '', resource });
  const nameIn = (account: string) => manifestsBucketName(stage, account, stack.region);
  made
    .allow(['kms:Sign', 'kms:GetPublicKey'], [data.manifests.key.keyArn])
    .allow(['s3:ListBucketVersions'], [arnOf(nameIn(stack.account))])
    .allow(['s3:PutObject', 's3:GetObjectVersion'], [arnOf(`${nameIn(stack.account)}/*`)]);
  acknowledge(
    made,
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${nameIn(accountInFinding(stack))}/*]`],
    'Manifests and their parts have names that come into being each night; the bucket holds nothing else.',
  );
}

/** What may be done with documents; their keys are drawn, one for each file. */
function permitDocuments(
  made: EntryFunction,
  { stage }: Permitted,
  { bucket = [], objects }: { readonly bucket?: readonly string[]; readonly objects: readonly string[] },
): void {
  const stack = Stack.of(made);
  const arnOf = (resource: string) => stack.formatArn({ service: 's3', region: '', account: '', resource });
  const nameIn = (account: string) => documentsBucketName(stage, account, stack.region);
  if (bucket.length > 0) made.allow([...bucket], [arnOf(nameIn(stack.account))]);
  made.allow([...objects], [arnOf(`${nameIn(stack.account)}/*`)]);
  acknowledge(
    made,
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${nameIn(accountInFinding(stack))}/*]`],
    'Documents have keys that are drawn as people send them; the bucket holds nothing else.',
  );
}
