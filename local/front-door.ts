import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CloudAddress, elements, queryService } from './aws-query.ts';
import type { Cloud } from './cloud.ts';
import { type Door, foreignPage, openDoor } from './door.ts';
import { hidden, passOn, sendOn } from './hidden.ts';

export type FrontDoor = Door;

/** Headers that belong to one connection and are not passed on. */
const perConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'transfer-encoding',
]);

/**
 * The HTTP API under one fixed address. MiniStack knows an API by its Host header, which holds an id that is new on
 * each fresh deploy; everything else reaches the app as the browser sent it. X-Forwarded-Proto says what API Gateway
 * would say on AWS.
 */
export function startFrontDoor(options: {
  readonly port: number;
  readonly cloud: Pick<Cloud, 'port' | 'key'>;
  readonly apiId: string;
  /** Foreign pages are refused by the app alone, as on AWS, so that tests see how it does that. */
  readonly appRefuses?: boolean;
}): Promise<FrontDoor> {
  const { port, cloud, apiId, appRefuses } = options;
  const api = hidden(cloud.port, cloud.key.secretAccessKey);
  return openDoor({
    port,
    purpose: 'the front door',
    refuse: (headers, method) => (appRefuses ? undefined : foreignPage(headers, method, 'anywhere')),
    answer: (incoming, outgoing) => {
      const rawHeaders = headersFor(incoming, `${apiId}.execute-api.localhost:${cloud.port}`);
      passOn(outgoing, sendOn(incoming, api, { rawHeaders }), away);
    },
  });
}

function headersFor(incoming: IncomingMessage, host: string): string[] {
  const passed: string[] = ['Host', host, 'X-Forwarded-Proto', 'https'];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = incoming.rawHeaders.slice(index, index + 2);
    if (!perConnection.has(name.toLowerCase()) && !name.toLowerCase().startsWith('x-forwarded-'))
      passed.push(name, value);
  }
  passed.push('X-Forwarded-For', incoming.socket.remoteAddress ?? '127.0.0.1');
  if (incoming.headers['transfer-encoding']) passed.push('Transfer-Encoding', 'chunked');
  return passed;
}

const awayPage = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>로컬 클라우드에 연결할 수 없습니다</title>
<h1>로컬 클라우드에 연결할 수 없습니다</h1><p>터미널에서 <code>npm start</code>가 실행 중인지 확인한 뒤 이 페이지를 새로 고쳐 주십시오.</p>
<h2 lang="en">The local cloud does not answer</h2><p lang="en">Check that <code>npm start</code> is running in the terminal, then reload this page.</p></html>`;

const away = (outgoing: ServerResponse): void =>
  void outgoing
    .writeHead(502, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(awayPage);

/** Undefined when there is no such stack. */
async function stackOutputs(cloud: CloudAddress, stack: string): Promise<ReadonlyMap<string, string> | undefined> {
  const described = await queryService(cloud, 'cloudformation', { Action: 'DescribeStacks', StackName: stack }).catch(
    (error: unknown) => {
      if (String(error).includes('does not exist')) return undefined;
      throw error;
    },
  );
  if (described === undefined) return undefined;
  const keys = elements(described, 'OutputKey');
  const values = elements(described, 'OutputValue');
  return new Map(keys.map((key, index) => [key, values[index] ?? '']));
}

/** The id of the HTTP API of a stage, from the output `ApiId` of its app stack; undefined before the first deploy. */
export async function findApiId(cloud: CloudAddress, stage: string): Promise<string | undefined> {
  return (await stackOutputs(cloud, `sfa-${stage}-app`))?.get('ApiId');
}
