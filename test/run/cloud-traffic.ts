import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { readCall } from '../../local/gate/call.ts';

/** What went through the door of a cloud that this process holds. */
export interface Traffic {
  /** Lambdas invoked by pages, and by the tests themselves. */
  invocations: number;
  /** Calls of AWS services by Lambdas. */
  lambdaCalls: number;
  /** Calls of AWS services, and of the cloud's own paths, by the tests and the commands that they run. */
  testCalls: number;
  /** Bytes of the answers to these. */
  testBytes: number;
}

const watched = new Map<number, Traffic>();
const sentBefore = new WeakMap<Socket, number>();

/** Counts from now on what the server on this port of this process answers. */
export function watchTraffic(port: number): Readonly<Traffic> {
  const traffic = { invocations: 0, lambdaCalls: 0, testCalls: 0, testBytes: 0 };
  if (watched.size === 0) subscribe('http.server.response.finish', count);
  watched.set(port, traffic);
  return traffic;
}

function count(message: unknown): void {
  if (typeof message !== 'object' || message === null) return;
  const [request, response]: unknown[] = [Reflect.get(message, 'request'), Reflect.get(message, 'response')];
  if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return;
  const traffic = watched.get(request.socket.localPort ?? 0);
  if (!traffic) return;
  // Headers included; an answer in pieces cannot be told otherwise.
  const sent = request.socket.bytesWritten;
  const bytes = sent - (sentBefore.get(request.socket) ?? 0);
  sentBefore.set(request.socket, sent);
  if (request.headers.host?.includes('.execute-api.')) {
    traffic.invocations += 1;
    return;
  }
  const { method = 'GET', url = '/', headers } = request;
  const call = readCall({ method, url, headers, body: '' });
  if (call?.functionName !== undefined) traffic.lambdaCalls += 1;
  else {
    traffic.testCalls += 1;
    if (call?.operation.endsWith('/invocations')) traffic.invocations += 1;
    traffic.testBytes += bytes;
  }
}
