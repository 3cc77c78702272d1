import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type CloudAddress, type CloudKey, queryService } from './aws-query.ts';
import { type Door, isFromBrowser, openDoor, refused } from './door.ts';
import { calledService } from './gate/call.ts';
import { serviceError } from './gate/refusal.ts';
import { answerWith, cloudIsAway, onwardHeaders } from './gate/wire.ts';
import { type Hidden, keyHeader, passOn, sendOn } from './hidden.ts';
import { isPresignedUrl, isSignedForm } from './signed-request.ts';
import { wholeBody } from './whole-body.ts';

export interface CloudDoorOptions {
  readonly port: number;
  readonly behind: Hidden;
  /** Where the cloud itself is asked. */
  readonly address: CloudAddress;
  /** Of the developer's commands, and of the Lambda workers. */
  readonly keys: { readonly own: CloudKey; readonly worker: CloudKey };
  /** The origins of the app's own pages, which may send signed requests to S3. */
  readonly appOrigins: readonly string[];
  /** Answers AWS calls in the cloud's stead. */
  readonly gate?: { answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> } | undefined;
}

/** The address to which the Lambda of a custom resource sends its result: its last part is known to nobody else. */
const resultOfCustomResource = /^\/_ministack\/cfn-response\/[\w-]{20,}$/u;

/**
 * The cloud's door: it lets in the calls that name one of its access keys, and what shows the key's secret in a header
 * of its own. What a browser sends is refused, but for S3 requests that are signed with a key, from the app's pages.
 */
export function openCloudDoor(options: CloudDoorOptions): Promise<Door> {
  const { port, behind, address, keys, appOrigins, gate } = options;
  const everyKey = [keys.own, keys.worker];
  const sessions = new Set<string>();

  /** The CDK assumes roles, with the cloud's key: each gives it another key for some time. */
  const isKnown = async (accessKey: string): Promise<boolean> => {
    if (sessions.has(accessKey) || everyKey.some(({ accessKeyId }) => accessKeyId === accessKey)) return true;
    if (!/^ASIA[0-9A-Z]{16}$/u.test(accessKey)) return false;
    const caller = { ...address, key: { accessKeyId: accessKey, secretAccessKey: '' } };
    const identity = await queryService(caller, 'sts', { Action: 'GetCallerIdentity' }).catch(() => '');
    const isSession = identity.includes(':assumed-role/');
    if (isSession) sessions.add(accessKey);
    return isSession;
  };
  const toCloud = (incoming: IncomingMessage, outgoing: ServerResponse): void | Promise<void> =>
    gate
      ? gate.answer(incoming, outgoing)
      : passOn(outgoing, sendOn(incoming, behind, { rawHeaders: onwardHeaders(incoming) }), cloudIsAway);

  const fromPage = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = incoming;
    // Of a form that leaves the app's pages nobody is told where it was: what signed it, the form itself shows.
    const isForm = method === 'POST' && headers.origin === 'null';
    const origin = isForm ? undefined : headers.origin;
    if (origin !== undefined && !appOrigins.includes(origin)) {
      return refused(outgoing, `the origin "${origin}" is not that of the app`);
    }
    const cors = origin === undefined ? {} : corsFor(origin, headers);
    if (method === 'OPTIONS') return void outgoing.writeHead(204, cors).end();
    if (method === 'POST') {
      const body = await wholeBody(incoming);
      if ((origin === undefined && !isForm) || !(await isSignedForm(body, headers['content-type'], everyKey))) {
        return refused(outgoing, 'a page may send only forms that are signed for S3');
      }
      return passOn(outgoing, sendOn(incoming, behind, { body }), cloudIsAway, cors);
    }
    if (!isPresignedUrl({ method, url, headers }, everyKey, new Date())) {
      return refused(outgoing, 'a page may ask only for what is signed for S3');
    }
    passOn(outgoing, sendOn(incoming, behind), cloudIsAway, cors);
  };

  return openDoor({
    port,
    purpose: 'the local cloud',
    refuse: () => undefined,
    answer: async (incoming, outgoing) => {
      const { method, url = '/', headers } = incoming;
      if (headers[keyHeader] === keys.own.secretAccessKey) return toCloud(incoming, outgoing);
      if (isFromBrowser(headers)) return fromPage(incoming, outgoing);
      if (method === 'PUT' && resultOfCustomResource.test(url)) return toCloud(incoming, outgoing);
      const called = calledService(url, headers);
      if (called && (await isKnown(called.accessKey))) return toCloud(incoming, outgoing);
      if (method === 'POST' && headers['content-type']?.startsWith('multipart/form-data')) {
        const body = await wholeBody(incoming);
        if (await isSignedForm(body, headers['content-type'], everyKey)) {
          return passOn(outgoing, sendOn(incoming, behind, { body }), cloudIsAway);
        }
      }
      if (!called) return refused(outgoing, "the request has no access key of this cloud's");
      const message = `The local cloud does not know the access key ${called.accessKey}: its own is in .local/cloud.env, another one after --fresh.`;
      answerWith(outgoing, serviceError(called, { status: 403, code: 'InvalidClientTokenId', message }));
    },
  });
}

const corsFor = (origin: string, headers: IncomingHttpHeaders): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': 'ETag',
  vary: 'Origin',
  ...(headers['access-control-request-method'] && {
    'access-control-allow-methods': headers['access-control-request-method'],
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
  }),
});
