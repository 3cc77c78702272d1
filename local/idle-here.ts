/** A resource that is deployed on the local cloud as everywhere, and does nothing there. */
export interface Idle {
  /** The CloudFormation type. */
  readonly type: string;
  /** What does not happen locally because of it, as printed at the start. */
  readonly meaning: string;
}

/**
 * The one list of what MiniStack takes and does not act on. No resource is left out of the local stages: they get the
 * same templates as an AWS account.
 */
export const idleHere: readonly Idle[] = [
  { type: 'AWS::CloudWatch::Alarm', meaning: 'alarms are never evaluated; operators are told by mail all the same' },
  { type: 'AWS::CloudWatch::Dashboard', meaning: 'dashboards have no metrics; the page of runs stands in' },
  { type: 'AWS::ApiGatewayV2::Stage', meaning: 'no throttling and no access log' },
  { type: 'AWS::S3::Bucket', meaning: 'lifecycles of buckets remove nothing' },
  { type: 'AWS::S3::BucketPolicy', meaning: 'policies of buckets and keys refuse nobody' },
  { type: 'AWS::Logs::LogGroup', meaning: 'state machines write no log; their history is on the page of runs' },
];
