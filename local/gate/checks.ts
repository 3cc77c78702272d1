import * as z from 'zod';
import type { AwsCall } from './call.ts';
import { dynamodbChecks } from './dynamodb-checks.ts';
import type { Check } from './evaluate.ts';
import { sesChecks } from './ses-checks.ts';
import type { World } from './world.ts';

type Mapping = (call: AwsCall, world: World) => Promise<Check[] | undefined> | Check[] | undefined;

const text = (call: AwsCall, ...names: readonly string[]): string => {
  const found = names.map((name) => call.input[name]).find((value) => typeof value === 'string');
  return z.string(`${call.service}:${call.operation} without ${names.join(' or ')}`).parse(found);
};

const machineActions = ['StartExecution', 'StartSyncExecution', 'ListExecutions', 'DescribeStateMachine'];
const executionActions = ['DescribeExecution', 'GetExecutionHistory', 'StopExecution', 'RedriveExecution'];
const tokenActions = ['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'];

/** A token does not tell its machine here (on AWS it does): every machine that hands out tokens has to be allowed. */
const states: Mapping = async (call, world) => {
  const action = `states:${call.operation}`;
  if (machineActions.includes(call.operation)) return [{ action, resource: text(call, 'stateMachineArn') }];
  if (executionActions.includes(call.operation)) return [{ action, resource: text(call, 'executionArn') }];
  if (call.operation === 'ListStateMachines') return [{ action, resource: '*' }];
  if (!tokenActions.includes(call.operation)) return undefined;
  const machines = await world.callbackMachines();
  return (machines.length > 0 ? machines : ['arn:aws:states:::stateMachine:none']).map((resource) => ({
    action,
    resource,
  }));
};

const keyActions = [
  'GenerateMac',
  'VerifyMac',
  'Encrypt',
  'Decrypt',
  'GenerateDataKey',
  'Sign',
  'Verify',
  'DescribeKey',
  'GetPublicKey',
];

const kms: Mapping = async (call, world): Promise<Check[] | undefined> => {
  if (!keyActions.includes(call.operation)) return undefined;
  const algorithm = call.input.MacAlgorithm;
  return [
    {
      action: `kms:${call.operation}`,
      resource: await world.keyArn(text(call, 'KeyId')),
      context: typeof algorithm === 'string' ? { 'kms:macalgorithm': algorithm } : {},
    },
  ];
};

const sns: Mapping = (call) =>
  call.operation === 'Publish' || call.operation === 'PublishBatch'
    ? [{ action: 'sns:Publish', resource: text(call, 'TopicArn', 'TargetArn') }]
    : undefined;

const queueActions: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
  GetQueueUrl: 'GetQueueUrl',
};

const sqs: Mapping = (call, { region, account }) => {
  const action = queueActions[call.operation];
  const name = text(call, 'QueueUrl', 'QueueName').split('/').at(-1);
  return action ? [{ action: `sqs:${action}`, resource: `arn:aws:sqs:${region}:${account}:${name}` }] : undefined;
};

const lambda: Mapping = ({ operation }, { region, account }) => {
  const [, name] = /^POST \/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(operation) ?? [];
  if (!name) return undefined;
  const resource = name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`;
  return [{ action: 'lambda:InvokeFunction', resource }];
};

const logActions = [
  'PutLogEvents',
  'CreateLogStream',
  'CreateLogGroup',
  'FilterLogEvents',
  'DescribeLogStreams',
  'StartQuery',
];

const logs: Mapping = (call, { region, account }) =>
  logActions.includes(call.operation)
    ? [
        {
          action: `logs:${call.operation}`,
          resource: `arn:aws:logs:${region}:${account}:log-group:${text(call, 'logGroupName')}:*`,
        },
      ]
    : undefined;

const eventEntries = z.object({
  Entries: z.array(
    z.object({ EventBusName: z.string().default('default'), Source: z.string(), DetailType: z.string() }),
  ),
});

const events: Mapping = (call, { region, account }) =>
  call.operation === 'PutEvents'
    ? eventEntries.parse(call.input).Entries.map(({ EventBusName: bus, Source, DetailType }) => ({
        action: 'events:PutEvents',
        resource: bus.startsWith('arn:') ? bus : `arn:aws:events:${region}:${account}:event-bus/${bus}`,
        context: { 'events:source': Source, 'events:detail-type': DetailType },
      }))
    : undefined;

/** Paths are `/bucket/key`, as the local cloud is asked. */
const s3: Mapping = ({ operation, query }) => {
  const [, method, bucket, key] = /^(GET|PUT|DELETE) \/([^/]+)\/?(.*)$/.exec(operation) ?? [];
  const asked = Object.keys(query);
  if (!bucket) return undefined;
  if (!key) {
    return method === 'GET' && asked.includes('versions')
      ? [{ action: 's3:ListBucketVersions', resource: `arn:aws:s3:::${bucket}` }]
      : undefined;
  }
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  if (method === 'PUT') return asked.length === 0 ? [{ action: 's3:PutObject', resource }] : undefined;
  if (asked.length === 0) return method === 'GET' ? [{ action: 's3:GetObject', resource }] : undefined;
  if (asked.join() !== 'versionId') return undefined;
  return [{ action: method === 'GET' ? 's3:GetObjectVersion' : 's3:DeleteObjectVersion', resource }];
};

/** Who one is may be asked without any permission. */
const sts: Mapping = (call) => {
  if (call.operation === 'GetCallerIdentity') return [];
  return call.operation === 'AssumeRole' ? [{ action: 'sts:AssumeRole', resource: text(call, 'RoleArn') }] : undefined;
};

const scheduleInput = z.object({ GroupName: z.string().default('default'), Target: z.object({ RoleArn: z.string() }) });

/** Making or changing a schedule also passes the role that it will run with. */
const scheduler: Mapping = (call, { region, account }) => {
  const [, method = '', name] = /^(POST|PUT) \/schedules\/([^/]+)$/.exec(call.operation) ?? [];
  if (!name) return undefined;
  const { GroupName, Target } = scheduleInput.parse(call.input);
  return [
    {
      action: method === 'POST' ? 'scheduler:CreateSchedule' : 'scheduler:UpdateSchedule',
      resource: `arn:aws:scheduler:${region}:${account}:schedule/${GroupName}/${name}`,
    },
    { action: 'iam:PassRole', resource: Target.RoleArn, context: { 'iam:passedtoservice': 'scheduler.amazonaws.com' } },
  ];
};

const mappings: Readonly<Record<string, Mapping>> = {
  dynamodb: dynamodbChecks,
  states,
  ses: sesChecks,
  kms,
  sns,
  sqs,
  lambda,
  logs,
  events,
  s3,
  sts,
  scheduler,
};

/** What a call needs to be allowed; undefined for an operation that the gate does not know, which is then refused. */
export const checksOf = async (call: AwsCall, world: World): Promise<Check[] | undefined> =>
  (await mappings[call.service]?.(call, world))?.map((check) => ({
    ...check,
    context: { 'aws:securetransport': 'true', 'aws:requestedregion': world.region, ...check.context },
  }));
