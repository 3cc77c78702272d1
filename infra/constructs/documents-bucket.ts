import { Duration, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { documentsBucketName, type Stage } from '../stage.ts';

/**
 * What people send. A form posts straight into it and needs no CORS; every version is kept until somebody takes it away,
 * for the first of a key is the one that counts.
 */
export class DocumentsBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: documentsBucketName(stage, account, region),
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [
        {
          // No version goes by its age: the older one may be the one that counts.
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: keptUnlessNew(stage),
    });
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('a bucket has its resource');
    // As a property: the custom resource that the CDK makes of it hangs a deployment on the local cloud.
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    acknowledge(
      this.bucket,
      ['AwsSolutions-S1'],
      'Who sends and who takes a document is in the audit; browsers reach the bucket only by what our pages sign for one file.',
    );
  }
}
