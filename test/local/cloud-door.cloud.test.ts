import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calling, elements, queryService } from '../../local/aws-query.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { type FrontDoor, startFrontDoor } from '../../local/front-door.ts';
import { keyHeader } from '../../local/hidden.ts';
import { freePort } from '../../local/ports.ts';
import { run } from '../../local/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-cloud-door-'));
const stateDir = join(folder, 'state');
let cloud: Cloud;
let frontDoor: FrontDoor;
const app = 'http://localhost:8080';

beforeAll(async () => {
  cloud = await startCloud({ appUrl: app, stateDir });
  frontDoor = await startFrontDoor({ port: await freePort(), cloud, apiId: 'none0000' });
  const here = `<CreateBucketConfiguration><LocationConstraint>${cloud.region}</LocationConstraint></CreateBucketConfiguration>`;
  const made = await send('PUT', '/forms', calling(cloud, 's3'), { body: here });
  expect(made.status).toBe(200);
}, 60_000);
afterAll(async () => {
  await frontDoor?.stop();
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  { body, port = cloud.port }: { body?: string | Buffer; port?: number } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      text(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
        reject,
      );
    })
      .on('error', reject)
      .end(body);
  });

const listTables = { 'x-amz-target': 'DynamoDB_20120810.ListTables', 'content-type': 'application/x-amz-json-1.0' };
const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

describe('a program', () => {
  it('is known by the key of this cloud', async () => {
    const db = new DynamoDBClient({ endpoint: cloud.endpoint, region: cloud.region, credentials: cloud.key });
    expect((await db.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  });

  it('is known by the key that an assumed role gave it, as the CDK is', async () => {
    const assumed = await queryService(cloud, 'sts', {
      Action: 'AssumeRole',
      RoleArn: 'arn:aws:iam::000000000000:role/deploy',
      RoleSessionName: 'deploy',
    });
    const [accessKeyId = ''] = elements(assumed, 'AccessKeyId');
    const credentials = { accessKeyId, secretAccessKey: 'x', sessionToken: 'x' };
    const db = new DynamoDBClient({ endpoint: cloud.endpoint, region: cloud.region, credentials });
    expect((await db.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  });

  it.each(['test', '000000000000', 'AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'])(
    'is refused with the key %s',
    async (accessKeyId) => {
      const credentials = { accessKeyId, secretAccessKey: 'test' };
      const db = new DynamoDBClient({ endpoint: cloud.endpoint, region: cloud.region, credentials });
      await expect(db.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    },
  );

  it('is refused without a key', async () => {
    expect((await send('POST', '/', listTables, { body: '{}' })).status).toBe(403);
    expect((await send('POST', '/2015-03-31/functions', {}, { body: '{}' })).status).toBe(403);
    expect((await send('GET', '/forms', {})).status).toBe(403);
    expect((await send('GET', '/', { host: `abcd.execute-api.localhost:${cloud.port}` })).status).toBe(403);
  });

  it.each(['/_ministack/health', '/_ministack/ses/messages', '/_ministack/reset', '/_ministack/config'])(
    'is refused at %s without the secret in a header',
    async (path) => {
      const method = path.endsWith('s') || path.endsWith('h') ? 'GET' : 'POST';
      expect((await send(method, path, {})).status).toBe(403);
      expect((await send(method, path, { [keyHeader]: 'test' })).status).toBe(403);
    },
  );

  it('sees the mails with the secret in a header', async () => {
    const headers = { [keyHeader]: cloud.key.secretAccessKey };
    expect((await send('GET', '/_ministack/ses/messages', headers)).status).toBe(200);
  });
});

describe('a page', () => {
  it.each([
    ['of another site', evil],
    ['of the app', { origin: app, 'sec-fetch-site': 'cross-site' }],
    ['of whoever typed the address', { 'sec-fetch-site': 'none' }],
    ['of the cloud itself', { 'sec-fetch-site': 'same-origin' }],
  ])('%s calls no service, even with a key', async (_, from) => {
    const call = { ...listTables, ...calling(cloud, 'dynamodb'), ...from };
    const answer = await send('POST', '/', call, { body: '{}' });
    expect(answer.status).toBe(403);
    const workers = { ...listTables, ...calling({ ...cloud, key: cloud.workerKey }, 'dynamodb'), ...from };
    expect((await send('POST', '/', workers, { body: '{}' })).status).toBe(403);
  });

  it('of another site is allowed nothing by a preflight', async () => {
    const asked = {
      ...evil,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const answer = await send('OPTIONS', '/', asked);
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('of another site does not reach the app behind the front door', async () => {
    const { port } = frontDoor;
    expect((await send('POST', '/rounds/x/start', evil, { port })).status).toBe(403);
    expect((await send('GET', '/', { host: 'rebound.example' }, { port })).status).toBe(403);
    expect((await send('GET', '/', {}, { port })).status).toBe(404);
  });

  it('that names an operation of a service opens a page of the app all the same', async () => {
    const api = JSON.stringify({ name: 'app', protocolType: 'HTTP' });
    const made = await send('POST', '/v2/apis', calling(cloud, 'apigateway'), { body: api });
    const [, apiId = ''] = /"apiId": ?"(\w+)"/u.exec(made.body) ?? [];
    const door = await startFrontDoor({ port: await freePort(), cloud, apiId });
    const call = { ...listTables, ...calling(cloud, 'dynamodb') };
    const answer = await send('POST', '/', call, { port: door.port, body: '{}' });
    await door.stop();
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('Not Found')]);
  });

  it('does not reach what is behind the doors', async () => {
    const { stdout } = await run('ss', ['-ltnpH']);
    const ports = stdout
      .split('\n')
      .filter((line) => line.includes(`pid=${cloud.pid},`))
      .flatMap((line) => /127\.0\.0\.1:(\d+)/u.exec(line)?.[1] ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports.map(Number)) {
      for (const headers of [evil, {}, { [keyHeader]: cloud.key.secretAccessKey }, calling(cloud, 'dynamodb')]) {
        const answer = await send('POST', '/', { ...listTables, ...headers }, { port, body: '{}' });
        expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('Refused')]);
      }
    }
  });
});

describe('a page of the app sends to S3 what was signed for it', () => {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/gu, '');
  const day = date.slice(0, 8);
  const scope = () => `${day}/${cloud.region}/s3/aws4_request`;
  const hmac = (key: string | Buffer, said: string): Buffer => createHmac('sha256', key).update(said).digest();
  const sign = (said: string, secret = cloud.workerKey.secretAccessKey): string =>
    hmac(
      scope()
        .split('/')
        .reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`),
      said,
    ).toString('hex');

  /** As a browser sends a form with a file. */
  async function form(change: Readonly<Record<string, string>> = {}): Promise<{ body: Buffer; type: string }> {
    const credential = `${cloud.workerKey.accessKeyId}/${scope()}`;
    const policy = Buffer.from(
      JSON.stringify({
        expiration: new Date(Date.now() + 60_000).toISOString(),
        conditions: [
          { bucket: 'forms' },
          { key: 'plan.pdf' },
          { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
          { 'x-amz-credential': credential },
          { 'x-amz-date': date },
          ['content-length-range', 1, 100],
        ],
      }),
    ).toString('base64');
    const fields = {
      key: 'plan.pdf',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': credential,
      'X-Amz-Date': date,
      Policy: policy,
      'X-Amz-Signature': sign(policy),
      ...change,
    };
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    data.append('file', new Blob(['사업계획서']), 'plan.pdf');
    const made = new Response(data);
    return { body: Buffer.from(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' };
  }
  const fromApp = { origin: app, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const post = ({ body, type }: { body: Buffer; type: string }, from: Record<string, string> = fromApp) =>
    send('POST', '/forms', { ...from, 'content-type': type, 'content-length': String(body.length) }, { body });

  /** As the SDK makes it, for one method and object. */
  function link(method: string, seconds = 60): string {
    const query = [
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Credential', `${cloud.workerKey.accessKeyId}/${scope()}`],
      ['X-Amz-Date', date],
      ['X-Amz-Expires', String(seconds)],
      ['X-Amz-SignedHeaders', 'host'],
    ]
      .map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    const canonical = [method, '/forms/plan.pdf', query, `host:127.0.0.1:${cloud.port}\n`, 'host', 'UNSIGNED-PAYLOAD'];
    const digest = createHash('sha256').update(canonical.join('\n')).digest('hex');
    return `/forms/plan.pdf?${query}&X-Amz-Signature=${sign(['AWS4-HMAC-SHA256', date, scope(), digest].join('\n'))}`;
  }
  const host = () => ({ host: `127.0.0.1:${cloud.port}` });

  it('a form with a file, which is then there', async () => {
    expect((await post(await form())).status).toBe(204);
    // So browsers send it from pages whose Referrer-Policy is same-origin, as ours have it.
    expect((await post(await form(), { ...fromApp, origin: 'null' })).status).toBe(204);
    const answer = await send('GET', link('GET'), { ...host(), ...fromApp });
    expect([answer.status, answer.body]).toEqual([200, '사업계획서']);
    expect(answer.headers['access-control-allow-origin']).toBe(app);
  });

  it('a file to a presigned address, which its browser asks about before', async () => {
    const asked = { ...host(), ...fromApp, 'access-control-request-method': 'PUT' };
    const preflight = await send('OPTIONS', link('PUT'), asked);
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': app,
      'access-control-allow-methods': 'PUT',
    });
    expect((await send('PUT', link('PUT'), { ...host(), ...fromApp }, { body: 'new' })).status).toBe(200);
    expect((await send('GET', link('GET'), { ...host(), ...fromApp })).body).toBe('new');
  });

  it('and nothing that was not signed, or for something else', async () => {
    const signature = '0'.repeat(64);
    expect((await post(await form({ 'X-Amz-Signature': signature }))).status).toBe(403);
    expect((await post(await form({ Policy: Buffer.from('{}').toString('base64') }))).status).toBe(403);
    const wrong = await form({ 'X-Amz-Credential': `test/${scope()}` });
    expect((await post(wrong)).status).toBe(403);
    for (const path of [
      '/forms/plan.pdf',
      link('GET').replace('plan', 'other'),
      link('PUT'),
      link('GET', -60),
      link('GET').replace(/Signature=.*/u, `Signature=${signature}`),
    ]) {
      expect((await send('GET', path, { ...host(), ...fromApp })).status).toBe(403);
    }
  });

  it('which pages of other sites may not', async () => {
    expect((await post(await form(), evil)).status).toBe(403);
    const unsigned = await form({ 'X-Amz-Signature': '0'.repeat(64) });
    expect((await post(unsigned, { ...evil, origin: 'null' })).status).toBe(403);
    expect((await send('GET', link('GET'), { ...host(), ...evil })).status).toBe(403);
  });
});

it('keeps its key with its state, for the eyes of its user alone, and gives every other cloud another', async () => {
  expect(statSync(join(stateDir, 'key.json')).mode & 0o777).toBe(0o600);
  const before = cloud;
  await cloud.stop();
  cloud = await startCloud({ stateDir });
  // The SDK writes on the object that it was given.
  expect(before.key).toMatchObject(cloud.key);
  expect(cloud.workerKey).not.toEqual(before.workerKey);
  const other = await startCloud();
  await other.stop();
  expect(other.key).not.toEqual(before.key);
}, 60_000);
