import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { auditSignHeadsEnvironment } from '../../../functions/shared/environments.ts';
import { accountInFinding, acknowledge } from '../../nag.ts';
import { manifestsBucketName } from '../../stage.ts';
import { EntryFunction } from '../entry-function.ts';
import { signingEntry } from '../manifests.ts';
import type { FunctionsContext } from './context.ts';

/** What signs the audit every night: it reads which chains grew, and writes nothing but manifests. */
export function auditFunctions(
  scope: Construct,
  { stage, stack, tables, manifests: { bucket, key } }: FunctionsContext,
) {
  const arnOf = (resource: string) => stack.formatArn({ service: 's3', region: '', account: '', resource });
  const nameIn = (account: string) => manifestsBucketName(stage, account, stack.region);
  const auditSignHeads = new EntryFunction<z.infer<typeof auditSignHeadsEnvironment>>(scope, 'AuditSignHeads', {
    stage,
    entry: signingEntry,
    description: 'Signs every night how far the chains of the audit have grown',
    environment: {
      AUDIT_TABLE: tables.audit.tableName,
      MANIFESTS_BUCKET: bucket.bucketName,
      SIGNING_KEY_ID: key.keyId,
    },
    namedRole: true,
    timeout: Duration.minutes(15),
    memory: 1024,
  })
    .useTable(tables.audit, [], 'changed')
    .allow(['kms:Sign', 'kms:GetPublicKey'], [key.keyArn])
    .allow(['s3:ListBucketVersions'], [arnOf(nameIn(stack.account))])
    .allow(['s3:PutObject', 's3:GetObjectVersion'], [arnOf(`${nameIn(stack.account)}/*`)]);
  acknowledge(
    auditSignHeads,
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${nameIn(accountInFinding(stack))}/*]`],
    'Manifests and their parts have names that come into being each night; the bucket holds nothing else.',
  );
  return { auditSignHeads };
}
