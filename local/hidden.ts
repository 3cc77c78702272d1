import { randomBytes } from 'node:crypto';
import { Agent, type ClientRequest, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { wholeBody } from './whole-body.ts';

/** Has the secret of whoever is asked: that of the cloud's key at the cloud's door, and a door's own behind it. */
export const keyHeader = 'x-local-key';

/** A random text that nobody guesses. */
export const secretText = (): string => randomBytes(24).toString('base64url');

/**
 * A server that stands behind a door. Every page can reach its port too, so that it answers only to its secret.
 */
export interface Hidden {
  readonly port: number;
  readonly secret: string;
  readonly agent: Agent;
}

export const hidden = (port: number, secret = secretText()): Hidden => ({
  port,
  secret,
  agent: new Agent({ keepAlive: true, maxSockets: 512 }),
});

/** The headers for a request to a hidden server: those that came, less what a caller may have made up. */
const headersFor = ({ secret }: Hidden, rawHeaders: readonly string[]): string[] => {
  const headers = [keyHeader, secret];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (name.toLowerCase() !== keyHeader) headers.push(name, value);
  }
  return headers;
};

/** Sends a request on to a hidden server; with a body if it was read already. The caller hears of errors. */
export function sendOn(
  incoming: IncomingMessage,
  to: Hidden,
  { rawHeaders = incoming.rawHeaders, body }: { readonly rawHeaders?: readonly string[]; readonly body?: Buffer } = {},
): ClientRequest {
  const onward = request({
    host: '127.0.0.1',
    port: to.port,
    agent: to.agent,
    method: incoming.method,
    path: incoming.url,
    headers: headersFor(to, rawHeaders),
  });
  if (body) onward.end(body);
  else incoming.on('error', () => onward.destroy()).pipe(onward);
  return onward;
}

/** Headers that would let pages of other origins read an answer. */
const withoutCors = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !name.toLowerCase().startsWith('access-control-') ? [name, rawHeaders[index + 1] ?? ''] : [],
  );

/** Bytes up to which an answer is held until it is whole and then written at once, which costs less than a pipe. */
const atOnce = 1_000_000;

/** Writes an answer of a hidden server to whoever asked, with other CORS headers than its own. */
export function passBack(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  cors: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(answer.statusCode ?? 502, [...withoutCors(answer.rawHeaders), ...Object.entries(cors).flat()]);
  const length = Number(answer.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (length > atOnce) return void answer.on('error', () => outgoing.destroy()).pipe(outgoing);
  wholeBody(answer).then(
    (body) => outgoing.end(body),
    () => outgoing.destroy(),
  );
}

/** Sends a request on and its answer back; `away` answers when the server does not. */
export function passOn(
  outgoing: ServerResponse,
  onward: ClientRequest,
  away: (outgoing: ServerResponse) => void,
  cors?: Readonly<Record<string, string>>,
): void {
  onward.on('response', (answer) => passBack(answer, outgoing, cors));
  onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : away(outgoing)));
  outgoing.on('close', () => onward.destroy());
}

/** Joins a connection that asks for an upgrade, such as a WebSocket's, to the hidden server. */
export function passUpgradeOn(incoming: IncomingMessage, socket: Duplex, head: Buffer, to: Hidden): void {
  const onward = connect(to.port, '127.0.0.1', () => {
    const headers = headersFor(to, incoming.rawHeaders);
    const lines = headers.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${headers[index + 1]}\r\n`] : []));
    onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}
