import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaseMinutes } from '../../../../functions/outbox/entry.ts';
import { answering, forDatabase, forMail, forService } from '../../../../functions/shared/aws/client-timeouts.ts';
import { tries } from '../../../../functions/shared/tries.ts';
import { lambdas } from '../../../../infra/lambdas.ts';
import { root } from '../../../../local/paths.ts';

/** Calls that came, by what the server does: never answers, or stops in the middle of its answer. */
const calls = { silent: 0, halting: 0 };
const serve = (kind: keyof typeof calls) => (request: IncomingMessage, response: ServerResponse) => {
  request.resume();
  calls[kind] += 1;
  if (kind === 'halting') response.writeHead(200, { 'content-length': '100' }).write('{"Table');
};
const servers = { silent: createServer(serve('silent')), halting: createServer(serve('halting')) };
beforeAll(() =>
  Promise.all(Object.values(servers).map((server) => new Promise<void>((go) => server.listen(0, '127.0.0.1', go)))),
);
afterAll(async () => {
  for (const server of Object.values(servers)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** The settings against one of the servers, in a fortieth of the time. */
function hurried<
  Given extends { readonly requestHandler: { readonly requestTimeout: number; readonly socketTimeout: number } },
>({ requestHandler, ...given }: Given, kind: keyof typeof servers) {
  const { requestTimeout, socketTimeout } = requestHandler;
  const address = servers[kind].address();
  if (!isPort(address)) throw new Error('the server does not listen');
  return {
    ...given,
    requestHandler: { ...requestHandler, requestTimeout: requestTimeout / 40, socketTimeout: socketTimeout / 40 },
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
}
const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
  address !== null && typeof address === 'object';

const Key = { KeyId: 'key', MacAlgorithm: 'HMAC_SHA_256', Message: new Uint8Array(1) } as const;
const mail = { RawMessage: { Data: new Uint8Array(1) } };
const clients = [
  [
    'DynamoDB',
    tries.databaseCall,
    (kind: keyof typeof servers) =>
      new DynamoDBClient(hurried(forDatabase(), kind)).send(new DescribeTableCommand({ TableName: 'a' })),
  ],
  [
    'KMS',
    tries.serviceCall,
    (kind: keyof typeof servers) => new KMSClient(hurried(forService(), kind)).send(new GenerateMacCommand(Key)),
  ],
  [
    'Step Functions',
    tries.serviceCall,
    (kind: keyof typeof servers) =>
      new SFNClient(hurried(forService(), kind)).send(new DescribeExecutionCommand({ executionArn: 'arn' })),
  ],
  [
    'SES',
    1,
    (kind: keyof typeof servers) => new SESClient(hurried(forMail(), kind)).send(new SendRawEmailCommand(mail)),
  ],
] as const;

describe.each(clients)('a call of %s', (_name, times, call) => {
  it.each(['silent', 'halting'] as const)('is given up, after all of its tries, if the server is %s', async (kind) => {
    const before = calls[kind];
    await expect(call(kind)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(calls[kind] - before).toBe(times);
  });
});

describe('the longest that a call may take', () => {
  it('is shorter than every Lambda, and than the lease of an entry', () => {
    const shortest = Math.min(...[...lambdas.values()].map(({ seconds = 29 }) => seconds)) * 1000;
    const lease = leaseMinutes * 60_000;
    for (const longest of [
      answering.database * tries.databaseCall,
      answering.service * tries.serviceCall,
      answering.mail,
    ]) {
      expect(longest).toBeLessThan(shortest);
      expect(longest).toBeLessThan(lease);
    }
  });

  it('is set for every client and every fetch of the functions', () => {
    const folder = join(root, 'functions');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /[.]tsx?$/u.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
    const made = sources.flatMap(([file, text]) =>
      [...text.matchAll(/new \w+Client\((.*)/gu)].map(([call]) => [file, call] as const),
    );
    expect(made.length).toBeGreaterThan(5);
    for (const [file, call] of made) expect(call, file).toMatch(/Client\(for(?:Database|Service|Mail)\(\)/u);
    const fetching = sources.filter(([, text]) => /\bfetch\(/u.test(text));
    expect(fetching.length).toBeGreaterThan(1);
    for (const [file, text] of fetching) {
      expect(text.match(/AbortSignal[.]timeout\(/gu)?.length, file).toBe(text.match(/\bfetch\(/gu)?.length);
    }
  });
});
