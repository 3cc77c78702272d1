import { Duration, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import { keptUnlessNew } from '../read-stage.ts';
import { manifestsBucketName, resourceName, type Stage, signingKeyAlias } from '../stage.ts';

/** The Lambda that signs; its role has a name of its own, so that key and bucket can refuse everybody else. */
export const signingEntry = 'audit-sign-heads';

/** How long nobody, the account's owner included, can take a manifest away. */
const lockYears = 10;

/** Where the signed manifests of the audit are kept, and the key that signs them; see docs/adr/0017. */
export class Manifests extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const stack = Stack.of(this);
    const removalPolicy = keptUnlessNew(stage);
    const signer = stack.formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: resourceName(stage, signingEntry),
    });
    const nobodyElse = { ArnNotEquals: { 'aws:PrincipalArn': signer } };

    this.key = new Key(this, 'Key', {
      description: 'Signs the manifests of the audit (ECDSA, P-256)',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheNightSigns',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: nobodyElse,
      }),
    );
    new Alias(this, 'KeyAlias', { aliasName: signingKeyAlias(stage), targetKey: this.key });

    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: manifestsBucketName(stage, stack.account, stack.region),
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: stage.retain
        ? ObjectLockRetention.compliance(Duration.days(lockYears * 365))
        : ObjectLockRetention.governance(Duration.days(1)),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheNightWrites',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: nobodyElse,
      }),
    );
    acknowledge(
      this.bucket,
      ['AwsSolutions-S1'],
      'Who reads the manifests is of no concern: anybody may verify them; who writes is one role, and what it wrote is locked.',
    );
  }
}
