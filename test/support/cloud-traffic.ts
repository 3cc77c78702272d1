import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type CloudAddress, elements, queryService } from '../../local/aws-query.ts';
import { readCall } from '../../local/gate/call.ts';

/** What went through the door of a cloud that this process holds. */
export interface Traffic {
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
  const traffic = { lambdaCalls: 0, testCalls: 0, testBytes: 0 };
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
  if (request.headers.host?.includes('.execute-api.')) return;
  const { method = 'GET', url = '/', headers } = request;
  const call = readCall({ method, url, headers, body: '' });
  if (call?.functionName !== undefined) traffic.lambdaCalls += 1;
  else {
    traffic.testCalls += 1;
    traffic.testBytes += bytes;
  }
}

/** How often Lambda functions ran on a cloud since it was made, by whomever they were invoked. */
export async function invocations(cloud: CloudAddress): Promise<number> {
  const answer = await queryService(cloud, 'monitoring', {
    Action: 'GetMetricStatistics',
    Namespace: 'AWS/Lambda',
    MetricName: 'Invocations',
    StartTime: '2020-01-01T00:00:00Z',
    EndTime: '2100-01-01T00:00:00Z',
    Period: '86400',
    'Statistics.member.1': 'Sum',
  });
  return elements(answer, 'Sum').reduce((sum, value) => sum + Number(value), 0);
}
