import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { elements, queryService } from '../../local/aws-query.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { keyHeader } from '../../local/hidden.ts';
import { root } from '../../local/paths.ts';

const functionName = 'sfa-test-thrower';

/** A function that does what its event says. */
const source = `
class RoundMissing extends Error { constructor(message) { super(message); this.name = 'RoundMissing'; } }
exports.handler = (event) => {
  for (const line of event.lines ?? []) console.log(line);
  if (event.partial) process.stderr.write(event.partial);
  if (event.throw === 'at once') throw new RoundMissing('no such round');
  if (event.throw === 'text') return Promise.reject('no error but a text');
  if (event.throw === 'later') return Promise.reject(new RoundMissing('no such round'));
  if (event.exit) process.exit(3);
  return Promise.resolve({ worker: process.pid, folder: __dirname, from: event.requestContext?.http?.sourceIp });
};`;

const role = 'arn:aws:iam::000000000000:role/any';
const template = {
  Resources: {
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: functionName,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: role,
        Code: { ZipFile: source },
        Timeout: 10,
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'pages', ProtocolType: 'HTTP' } },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Function', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Api' },
        RouteKey: '$default',
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
      },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true },
    },
  },
  Outputs: { ApiId: { Value: { Ref: 'Api' } } },
};

let cloud: Cloud;
let api = '';
let lambda: LambdaClient;
let machines: SFNClient;

beforeAll(async () => {
  cloud = await startCloud();
  const credentials = cloud.key;
  lambda = new LambdaClient({ endpoint: cloud.endpoint, region: cloud.region, credentials });
  machines = new SFNClient({ endpoint: cloud.endpoint, region: cloud.region, credentials });
  await queryService(cloud, 'cloudformation', {
    Action: 'CreateStack',
    StackName: 'toy',
    TemplateBody: JSON.stringify(template),
  });
  for (;;) {
    const described = await queryService(cloud, 'cloudformation', { Action: 'DescribeStacks', StackName: 'toy' });
    api = elements(described, 'OutputValue')[0] ?? '';
    if (described.includes('CREATE_COMPLETE')) return;
    if (/FAILED|ROLLBACK/.test(described)) throw new Error(described);
    await sleep(50);
  }
}, 60_000);
afterAll(() => cloud.stop());

const answerSchema = z.looseObject({
  worker: z.number().optional(),
  folder: z.string().optional(),
  from: z.string().optional(),
  errorType: z.string().optional(),
  errorMessage: z.string().optional(),
  trace: z.array(z.string()).optional(),
});

async function invoke(event: object) {
  const { Payload, LogResult } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event), LogType: 'Tail' }),
  );
  return {
    ...answerSchema.parse(JSON.parse(Buffer.from(Payload ?? []).toString())),
    log: Buffer.from(LogResult ?? '', 'base64').toString(),
  };
}

it('has no longer Waits and no fewer workers, unless a test asks for them', () => {
  const environment = readFileSync(`/proc/${cloud.pid}/environ`, 'utf8').split('\0');
  expect(environment).toEqual(expect.arrayContaining(['SHORTEST_WAIT=0', 'ENOUGH_WORKERS=0']));
  expect(readFileSync(join(root, 'local/start.ts'), 'utf8')).not.toMatch(/shortestWait|enoughWorkers/u);
});

it.each(['at once', 'later'])(
  'tells an error that is thrown %s by its own name, with its trace, as AWS does',
  async (when) => {
    const { errorType, errorMessage, trace } = await invoke({ throw: when });
    expect({ errorType, errorMessage }).toEqual({ errorType: 'RoundMissing', errorMessage: 'no such round' });
    expect(trace?.slice(0, 2)).toEqual(['RoundMissing: no such round', expect.stringMatching(/^ {4}at .*index\.js/)]);
  },
);

it('tells something thrown that is no error by its type', async () => {
  expect(await invoke({ throw: 'text' })).toMatchObject({
    errorType: 'string',
    errorMessage: 'no error but a text',
    trace: [],
  });
});

it('keeps the worker of a handler that throws, and replaces one whose process ended', async () => {
  const { worker } = await invoke({});
  await invoke({ throw: 'at once' });
  await invoke({ throw: 'later' });
  expect((await invoke({})).worker).toBe(worker);
  expect(await invoke({ exit: true })).toMatchObject({ errorType: 'Runtime.ExitError' });
  const { worker: next } = await invoke({});
  expect(next).toEqual(expect.any(Number));
  expect(next).not.toBe(worker);
});

it('unpacks a package once, outside of the project, and keeps what Node compiled of it for the next worker', async () => {
  const { worker, folder } = await invoke({});
  await invoke({ exit: true });
  const next = await invoke({});
  expect(next.worker).not.toBe(worker);
  expect(next.folder).toBe(folder);
  // A package that lacks something would find it among the project's own.
  expect(relative(root, folder ?? root)).toMatch(/^\.\./u);
  const compiled = readdirSync(join(folder ?? '', '..', 'compiled'), { recursive: true });
  expect(compiled.length).toBeGreaterThan(1);
});

it('gives each call its own log and all of it, without the mark of its end', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}: ${'가'.repeat(400)}`);
  const { log } = await invoke({ lines });
  // LogResult is the last 4 kB.
  for (const line of lines.slice(-2)) expect(log).toContain(line);
  expect((await invoke({})).log).not.toContain('line 39');
  const half = (await invoke({ partial: 'no line end' })).log;
  expect(half).toContain('no line end');
  for (const seen of [log, half, (await invoke({ exit: true, lines: ['last'] })).log]) {
    expect(seen).not.toContain('end-of-log');
  }
  expect((await invoke({ throw: 'at once', lines: ['before the fault'] })).log).toContain('before the fault');
});

async function runOf(name: string, task: object): Promise<{ status?: string; error?: string; cause?: string }> {
  const { stateMachineArn } = await machines.send(
    new CreateStateMachineCommand({
      name,
      roleArn: role,
      definition: JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'Task',
        States: { Task: { Type: 'Task', End: true, ...task }, Caught: { Type: 'Pass', End: true } },
      }),
    }),
  );
  const { executionArn } = await machines.send(new StartExecutionCommand({ stateMachineArn }));
  for (;;) {
    const described = await machines.send(new DescribeExecutionCommand({ executionArn }));
    if (described.status !== 'RUNNING') return described;
    await sleep(20);
  }
}

const failing = { FunctionName: functionName, Payload: { throw: 'later' } };

it('lets a state machine see and catch an error by its own name', async () => {
  const task = { Resource: 'arn:aws:states:::lambda:invoke', Arguments: failing };
  const failed = await runOf('seen', task);
  expect(failed).toMatchObject({ status: 'FAILED', error: 'RoundMissing' });
  expect(JSON.parse(failed.cause ?? '')).toMatchObject({ errorType: 'RoundMissing', errorMessage: 'no such round' });
  const caught = { ...task, Catch: [{ ErrorEquals: ['RoundMissing'], Next: 'Caught' }] };
  expect(await runOf('caught', caught)).toMatchObject({ status: 'SUCCEEDED' });
});

it('fails a task that waits for its token as soon as its function throws', async () => {
  const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  expect(await runOf('token', { Resource, Arguments: failing, TimeoutSeconds: 600 })).toMatchObject({
    status: 'FAILED',
    error: 'RoundMissing',
  });
});

it.each([
  [{}, '127.0.0.1'],
  [{ 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': 'spoofed, 203.0.113.9' }, '203.0.113.9'],
])('shows a page who calls: %o is %s', async (headers, from) => {
  const answer = await new Promise<string>((resolve, reject) => {
    const own = { host: `${api}.execute-api.localhost:${cloud.port}`, [keyHeader]: cloud.key.secretAccessKey };
    request({ port: cloud.port, host: '127.0.0.1', headers: { ...own, ...headers } }, (incoming) =>
      resolve(text(incoming)),
    )
      .on('error', reject)
      .end();
  });
  expect(answerSchema.parse(JSON.parse(answer)).from).toBe(from);
});
