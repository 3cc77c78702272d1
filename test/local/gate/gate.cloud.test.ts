import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { calling, elements, queryService } from '../../../local/aws-query.ts';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import type { Gate } from '../../../local/gate/gate.ts';
import { unusedGrants } from '../../../local/gate/recording.ts';
import { root } from '../../../local/paths.ts';

const functionName = 'sfa-test-toy';
let cloud: Cloud;
let gate: Gate;

/** A function that does what its event says: `{ operation, input }` of DynamoDB. */
const source = `
const sdk = require('node:module').createRequire(${JSON.stringify(join(root, 'package.json'))})('@aws-sdk/client-dynamodb');
const db = new sdk.DynamoDBClient({ maxAttempts: 2 });
exports.handler = async ({ operation, input }) => {
  console.log('called');
  try { await db.send(new sdk[operation + 'Command'](input)); return 'done'; } catch (error) { return error.name; }
};`;

const template = (actions: readonly string[]) => ({
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'sfa-test-things',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      },
    },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'sfa-test-toy-role',
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
        },
        Policies: [
          {
            PolicyName: 'things',
            PolicyDocument: {
              Statement: [{ Effect: 'Allow', Action: actions, Resource: { 'Fn::GetAtt': ['Table', 'Arn'] } }],
            },
          },
        ],
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: functionName,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Code: { ZipFile: source },
        Timeout: 10,
      },
    },
  },
});

async function deploy(action: 'CreateStack' | 'UpdateStack', actions: readonly string[]): Promise<void> {
  const StackName = 'toy';
  await queryService(cloud, 'cloudformation', {
    Action: action,
    StackName,
    TemplateBody: JSON.stringify(template(actions)),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  for (;;) {
    const [status = ''] = elements(
      await queryService(cloud, 'cloudformation', { Action: 'DescribeStacks', StackName }),
      'StackStatus',
    );
    if (/^(CREATE|UPDATE)_COMPLETE$/.test(status)) return;
    if (/FAILED|ROLLBACK/.test(status)) throw new Error(status);
    await sleep(50);
  }
}

async function invoke(operation: string, input: object): Promise<unknown> {
  const response = await fetch(`${cloud.endpoint}/2015-03-31/functions/${functionName}/invocations`, {
    method: 'POST',
    headers: calling(cloud, 'lambda'),
    body: JSON.stringify({ operation, input }),
  });
  return response.json();
}

const item = { TableName: 'sfa-test-things', Item: { id: { S: 'one' }, name: { S: 'canary' } } };
const key = { TableName: 'sfa-test-things', Key: { id: { S: 'one' } } };

beforeAll(async () => {
  cloud = await startCloud({ gate: {} });
  if (!cloud.gate) throw new Error('no gate');
  gate = cloud.gate;
  await deploy('CreateStack', ['dynamodb:PutItem', 'dynamodb:Scan']);
}, 60_000);

afterAll(() => cloud.stop());

it('lets a function do what its role allows, and refuses the rest as AWS does', async () => {
  expect(await invoke('PutItem', item)).toBe('done');
  expect(await invoke('GetItem', key)).toBe('AccessDeniedException');
  expect(await invoke('TransactWriteItems', { TransactItems: [{ Put: item }, { Delete: key }] })).toBe(
    'AccessDeniedException',
  );
});

it('records who used what, and finds the grant that nobody used', async () => {
  expect(gate.recording()).toContainEqual({
    role: 'sfa-test-toy-role',
    by: functionName,
    action: 'dynamodb:PutItem',
    resource: 'arn:aws:dynamodb:ap-northeast-2:000000000000:table/sfa-test-things',
    allowed: true,
  });
  expect(gate.calls()['dynamodb:PutItem']).toBe(1);
  const unused = unusedGrants(gate.recording(), await gate.roles('sfa-test-'));
  expect(unused.map(({ action }) => action)).toEqual(['dynamodb:Scan']);
});

it('reads a role again after a deploy', async () => {
  await deploy('UpdateStack', ['dynamodb:PutItem', 'dynamodb:GetItem']);
  expect(await invoke('GetItem', key)).toBe('done');
});

it('shows the bodies of calls, and puts faults in their way', async () => {
  const bodies: string[] = [];
  const silence = gate.onCall(({ body }) => bodies.push(body));
  const remove = gate.inject({
    service: 'dynamodb',
    operation: 'PutItem',
    functionName,
    respond: { status: 400, code: 'ValidationException', message: 'injected' },
  });
  expect(await invoke('PutItem', item)).toBe('ValidationException');
  remove();
  silence();
  expect(bodies.some((body) => body.includes('canary'))).toBe(true);
  const drop = gate.inject({ service: 'dynamodb', operation: 'PutItem', respond: 'drop', times: 1, after: true });
  expect(await invoke('PutItem', item)).toBe('done');
  drop();
});

it("refuses a call with a function's credentials that does not say which function it is", async () => {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: {
      ...calling({ ...cloud, key: cloud.workerKey }, 'dynamodb'),
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'content-type': 'application/x-amz-json-1.0',
    },
    body: JSON.stringify(key),
  });
  expect(response.status).toBe(400);
  expect(z.object({ __type: z.string() }).parse(await response.json()).__type).toBe('AccessDeniedException');
});

it('leaves no process behind when it is killed', async () => {
  const killed = await startCloud({ gate: {} });
  await killed.kill();
  expect((await killed.ended).wanted).toBe(true);
  expect(() => process.kill(killed.pid, 0)).toThrow();
});
