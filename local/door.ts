import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { requirePort } from './ports.ts';

export interface DoorOptions {
  readonly port: number;
  /** Who needs the port, for the sentence that says that it is in use: `the inbox`. */
  readonly purpose: string;
  /** Answers what is let in; whatever it throws is answered with 500. */
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;
  /** Takes over a connection, such as a WebSocket's, that is let in. Without it none is. */
  readonly upgrade?: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Why a request is refused; by default what pages of other origins send. */
  readonly refuse?: (headers: IncomingHttpHeaders, method: string) => string | undefined;
}

export interface Door {
  readonly port: number;
  /** What a browser opens, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Names that lead to this machine whatever a name server says: the last label `localhost` never leaves it. */
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)+localhost)(?::\d+)?$/i;

/** A page of another site can have its own name lead to 127.0.0.1 (DNS rebinding); it then sends that name. */
export const foreignHost = ({ host }: IncomingHttpHeaders): string | undefined =>
  host !== undefined && ownHost.test(host) ? undefined : `the host "${host ?? ''}" is not this machine`;

/** Whether a browser sent it on behalf of a page, or of whoever typed the address. */
export const isFromBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;

/**
 * Why a request comes from a page of another origin; undefined for own pages, typed addresses, and programs. A link is
 * let in (a page that is opened cannot be read by the page with the link): from anywhere, or by default only from the
 * other pages of this machine.
 */
export function foreignPage(
  headers: IncomingHttpHeaders,
  method: string,
  links: 'anywhere' | 'same-site' = 'same-site',
): string | undefined {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  // A form of a page with a strict Referrer-Policy says "null", and is told from others by Sec-Fetch-Site.
  const ownOrigin = origin === `http://${host}` || (origin === 'null' && site === 'same-origin');
  if (origin !== undefined && !ownOrigin) return `the origin "${origin}" is not that of this page`;
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  const isLink =
    (method === 'GET' || method === 'HEAD') &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document';
  if (isLink && (site === 'same-site' || links === 'anywhere')) return undefined;
  return `Sec-Fetch-Site is "${site}"`;
}

export const refused = (outgoing: ServerResponse, reason: string): void =>
  void outgoing
    .writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', connection: 'close' })
    .end(`Refused: ${reason}. Only this machine's own pages and programs are let in.\n`);

/**
 * Every server of the local cloud that a browser can reach listens here: on 127.0.0.1 alone, and closed to the pages of
 * other sites that are open in the same browser.
 */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { port, purpose, answer, upgrade, refuse = foreignPage } = options;
  await requirePort(port, purpose);
  const reasonAgainst = ({ headers, method = 'GET' }: IncomingMessage): string | undefined =>
    foreignHost(headers) ?? refuse(headers, method);
  const server = createServer({ keepAliveTimeout: 75_000 }, (incoming, outgoing) => {
    const reason = reasonAgainst(incoming);
    if (reason) return refused(outgoing, reason);
    Promise.resolve()
      .then(() => answer(incoming, outgoing))
      .catch((error: unknown) => {
        if (outgoing.headersSent) outgoing.destroy();
        else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`This failed: ${String(error)}`);
      });
  });
  const taken = new Set<Duplex>();
  server.on('upgrade', (incoming, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    const reason = upgrade ? reasonAgainst(incoming) : 'there is nothing to upgrade to';
    if (reason || !upgrade) {
      return void socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\nRefused: ${reason}.\n`);
    }
    taken.add(socket);
    socket.on('close', () => taken.delete(socket));
    upgrade(incoming, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', 1024, resolve);
  });
  return {
    port,
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of taken) socket.destroy();
      }),
  };
}
