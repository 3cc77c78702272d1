import { describe, expect, it } from 'vitest';
import { type AwsCall, readCall } from '../../../local/gate/call.ts';
import { checksOf } from '../../../local/gate/checks.ts';
import type { World } from '../../../local/gate/world.ts';

const world: World = {
  region: 'ap-northeast-2',
  account: '000000000000',
  identities: async () => ['academy.example.kr', 'help@other.kr'],
  keyArn: async (id) => `arn:aws:kms:ap-northeast-2:000000000000:key/${id}`,
  callbackMachines: async () => ['arn:aws:states:ap-northeast-2:000000000000:stateMachine:sfa-test-intake'],
};

const signed = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=000000000000/20261123/ap-northeast-2/${service}/aws4_request, SignedHeaders=host, Signature=0`;

function callOf(service: string, target: string | undefined, body: string, url = '/', method = 'POST'): AwsCall {
  const call = readCall({
    method,
    url,
    headers: {
      authorization: signed(service),
      'x-amz-target': target,
      'user-agent': 'aws-sdk-js/3 api/x app/sfa-test-pages',
    },
    body,
  });
  if (!call) throw new Error('not a call');
  return call;
}

const permissions = async (call: AwsCall) =>
  (await checksOf(call, world))?.map(({ action, resource }) => `${action} ${resource}`);
const json = (service: string, target: string, input: object) =>
  permissions(callOf(service, target, JSON.stringify(input)));
const form = (service: string, fields: Record<string, string>) =>
  permissions(callOf(service, undefined, new URLSearchParams(fields).toString()));

const table = 'arn:aws:dynamodb:ap-northeast-2:000000000000:table';

describe('what a call needs to be allowed', () => {
  it('names the function from the User-Agent', () => {
    expect(callOf('kms', 'TrentService.VerifyMac', '{}').functionName).toBe('sfa-test-pages');
  });

  it('takes a request without credentials for a page, not for a call', () => {
    expect(readCall({ method: 'GET', url: '/apply', headers: {}, body: '' })).toBeUndefined();
  });

  it('takes each item of a transaction by itself', async () => {
    expect(
      await json('dynamodb', 'DynamoDB_20120810.TransactWriteItems', {
        TransactItems: [
          { Put: { TableName: 'audit' } },
          { Update: { TableName: 'seats' } },
          { Delete: { TableName: 'index' } },
          { ConditionCheck: { TableName: 'rounds' } },
        ],
      }),
    ).toEqual([
      `dynamodb:PutItem ${table}/audit`,
      `dynamodb:UpdateItem ${table}/seats`,
      `dynamodb:DeleteItem ${table}/index`,
      `dynamodb:ConditionCheckItem ${table}/rounds`,
    ]);
  });

  it('tells an index from its table, and each table of a batch', async () => {
    const query = { TableName: 'requests', IndexName: 'byDue' };
    expect(await json('dynamodb', 'DynamoDB_20120810.Query', query)).toEqual([
      `dynamodb:Query ${table}/requests/index/byDue`,
    ]);
    const batch = { RequestItems: { a: {}, b: {} } };
    expect(await json('dynamodb', 'DynamoDB_20120810.BatchGetItem', batch)).toEqual([
      `dynamodb:BatchGetItem ${table}/a`,
      `dynamodb:BatchGetItem ${table}/b`,
    ]);
  });

  it('sends a mail with the identity that is verified: the address, else its domain', async () => {
    const send = (Source: string) =>
      form('ses', { Action: 'SendEmail', Source, 'Destination.ToAddresses.member.1': 'x@y.kr' });
    expect(await send('서울 <no-reply@academy.example.kr>')).toEqual([
      'ses:SendEmail arn:aws:ses:ap-northeast-2:000000000000:identity/academy.example.kr',
    ]);
    expect(await send('help@other.kr')).toEqual([
      'ses:SendEmail arn:aws:ses:ap-northeast-2:000000000000:identity/help@other.kr',
    ]);
  });

  it('finds the sender of a raw mail in its headers, and asks for the configuration set too', async () => {
    const mail = Buffer.from(
      'To: a@b.kr\r\nFrom: =?UTF-8?B?7ISc?=\r\n <no-reply@academy.example.kr>\r\n\r\nFrom: evil@x.kr',
    ).toString('base64');
    expect(
      await form('ses', { Action: 'SendRawEmail', 'RawMessage.Data': mail, ConfigurationSetName: 'main' }),
    ).toEqual([
      'ses:SendRawEmail arn:aws:ses:ap-northeast-2:000000000000:identity/academy.example.kr',
      'ses:SendRawEmail arn:aws:ses:ap-northeast-2:000000000000:configuration-set/main',
    ]);
  });

  it('authorises a task token on the machines that hand out tokens', async () => {
    expect(await json('states', 'AWSStepFunctions.SendTaskSuccess', { taskToken: 't', output: '{}' })).toEqual([
      'states:SendTaskSuccess arn:aws:states:ap-northeast-2:000000000000:stateMachine:sfa-test-intake',
    ]);
    const start = { stateMachineArn: 'arn:m', name: 'A-27H1' };
    expect(await json('states', 'AWSStepFunctions.StartExecution', start)).toEqual(['states:StartExecution arn:m']);
  });

  it('knows the other services that functions call', async () => {
    expect(await json('kms', 'TrentService.GenerateMac', { KeyId: 'k' })).toEqual([
      'kms:GenerateMac arn:aws:kms:ap-northeast-2:000000000000:key/k',
    ]);
    expect(await json('sqs', 'AmazonSQS.SendMessageBatch', { QueueUrl: 'http://localhost:1/000000000000/q' })).toEqual([
      'sqs:SendMessage arn:aws:sqs:ap-northeast-2:000000000000:q',
    ]);
    expect(await form('sns', { Action: 'Publish', TopicArn: 'arn:t' })).toEqual(['sns:Publish arn:t']);
    expect(
      await permissions(callOf('lambda', undefined, '{}', '/2015-03-31/functions/sfa-test-x/invocations')),
    ).toEqual(['lambda:InvokeFunction arn:aws:lambda:ap-northeast-2:000000000000:function:sfa-test-x']);
    expect(await form('sts', { Action: 'GetCallerIdentity' })).toEqual([]);
  });

  it.each([
    ['GET', '/audit?versions=&prefix=manifests%2F', ['s3:ListBucketVersions arn:aws:s3:::audit']],
    ['PUT', '/audit/manifests/000001.json', ['s3:PutObject arn:aws:s3:::audit/manifests/000001.json']],
    ['GET', '/audit/parts/a.jsonl', ['s3:GetObject arn:aws:s3:::audit/parts/a.jsonl']],
    ['GET', '/audit/parts/a.jsonl?versionId=7', ['s3:GetObjectVersion arn:aws:s3:::audit/parts/a.jsonl']],
    ['GET', '/audit/parts/a.jsonl?acl=', undefined],
    ['PUT', '/audit?object-lock=', undefined],
    ['DELETE', '/audit/parts/a.jsonl?versionId=7', ['s3:DeleteObjectVersion arn:aws:s3:::audit/parts/a.jsonl']],
    ['DELETE', '/audit/parts/a.jsonl', undefined],
  ])('tells the operations of S3 apart: %s %s', async (method, url, expected) => {
    const call = callOf('s3', undefined, '', url, method);
    if (expected) expect(await permissions(call)).toEqual(expected);
    else expect(await checksOf(call, world)).toBeUndefined();
  });

  it('needs the right to pass the role when a schedule is made', async () => {
    const call = callOf(
      'scheduler',
      undefined,
      JSON.stringify({ Target: { RoleArn: 'arn:role' } }),
      '/schedules/close',
    );
    expect(await permissions(call)).toEqual([
      'scheduler:CreateSchedule arn:aws:scheduler:ap-northeast-2:000000000000:schedule/default/close',
      'iam:PassRole arn:role',
    ]);
  });

  it.each([
    ['dynamodb', 'DynamoDB_20120810.ExecuteStatement'],
    ['states', 'AWSStepFunctions.DeleteStateMachine'],
    ['kms', 'TrentService.ScheduleKeyDeletion'],
    ['secretsmanager', 'secretsmanager.GetSecretValue'],
  ])('does not know %s %s, so that it is refused', async (service, target) => {
    expect(await checksOf(callOf(service, target, '{}'), world)).toBeUndefined();
  });

  it('throws for a call whose resource cannot be read, so that it is refused', async () => {
    await expect(json('dynamodb', 'DynamoDB_20120810.GetItem', {})).rejects.toThrow();
    await expect(
      json('dynamodb', 'DynamoDB_20120810.TransactWriteItems', { TransactItems: [{ Other: {} }] }),
    ).rejects.toThrow();
  });
});
