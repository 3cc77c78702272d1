import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';

export interface DocumentEventsProps {
  readonly stage: Stage;
  readonly bucket: Bucket;
  readonly functions: Functions;
}

/** Tells the check of documents what has arrived, and what was found in it. Events may be lost: the clock looks too. */
export class DocumentEvents extends Construct {
  constructor(scope: Construct, id: string, { stage, bucket, functions }: DocumentEventsProps) {
    super(scope, id);
    const check = functions.named('documents-check');
    const targetOf = (entry: typeof check) =>
      new LambdaFunction(entry.function, { retryAttempts: 10, maxEventAge: Duration.hours(1) });
    const scanners = stage.local ? [functions.named('documents-local-scan')] : [];
    new Rule(this, 'Arrived', {
      ruleName: resourceName(stage, 'documents-arrived'),
      description: 'Takes in a document that somebody has sent',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] } },
      },
      targets: [check, ...scanners].map(targetOf),
    });
    new Rule(this, 'Scanned', {
      ruleName: resourceName(stage, 'documents-scanned'),
      description: 'Takes what was found in a document',
      eventPattern: {
        source: ['aws.guardduty', ...(stage.local ? ['local.scanner'] : [])],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [bucket.bucketName] } },
      },
      targets: [targetOf(check)],
    });
  }
}
