import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import * as z from 'zod';

/*
 * What the test process is answered, in bytes: by `fetch` (undici) as the chunks come, by `node:http` (the SDK) as the
 * answer's header says. https://nodejs.org/api/diagnostics_channel.html
 */

/** The most that one round of waiting, or one call, may be answered: more of it grows with the suite. */
export const maxBytes = 1_000_000;

interface Counter {
  bytes: number;
}

/** One request: what for, and how much of the answer came so far. */
interface Call extends Counter {
  readonly target: string;
  readonly counter: Counter | undefined;
}

const counters = new AsyncLocalStorage<Counter>();
const operators = new AsyncLocalStorage<true>();
const calls = new WeakMap<object, Call>();
const watchedPorts = new Set<string>();
let tooLarge: string[] = [];

/** Calls of this process to this port, a cloud's, are counted, and each is held against the limit. */
export function watchCalls(port: number): void {
  watchedPorts.add(String(port));
}

/** The calls since it was last asked that were answered more than is allowed. */
export function callsTooLarge(): string[] {
  const found = tooLarge;
  tooLarge = [];
  return found;
}

/** Does something, and counts the bytes of the cloud's answers to it, and to nothing that goes on beside it. */
export async function countBytes<Value>(
  act: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly bytes: number }> {
  const counter = { bytes: 0 };
  const value = await counters.run(counter, act);
  return { value, bytes: counter.bytes };
}

/** Does something as an operator's process would, which may read whole tables. */
export const uncounted = <Value>(act: () => Promise<Value>): Promise<Value> => operators.run(true, act);

function begin(request: object, target: string, port: string): void {
  if (operators.getStore()) return;
  if (watchedPorts.has(port)) calls.set(request, { target, counter: counters.getStore(), bytes: 0 });
}

function answered(request: object, bytes: number): void {
  const call = calls.get(request);
  if (!call) return;
  const before = call.bytes;
  call.bytes += bytes;
  if (call.counter) call.counter.bytes += bytes;
  if (before <= maxBytes && call.bytes > maxBytes) tooLarge.push(call.target);
}

const fieldOf = (message: unknown, name: 'request' | 'response' | 'chunk'): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;

/** What undici tells of a request; its own class is not exported. */
const fetchedSchema = z.object({ origin: z.coerce.string(), method: z.string(), path: z.string() });

subscribe('undici:request:create', (message) => {
  const request = fieldOf(message, 'request');
  const fetched = fetchedSchema.safeParse(request);
  if (!fetched.success || typeof request !== 'object' || request === null) return;
  const { origin, method, path } = fetched.data;
  begin(request, `${method} ${path}`, new URL(origin).port);
});

subscribe('undici:request:bodyChunkReceived', (message) => {
  const [request, chunk] = [fieldOf(message, 'request'), fieldOf(message, 'chunk')];
  if (typeof request === 'object' && request && chunk instanceof Uint8Array) answered(request, chunk.byteLength);
});

subscribe('http.client.request.start', (message) => {
  const request = fieldOf(message, 'request');
  if (!(request instanceof ClientRequest)) return;
  const operation = request.getHeader('x-amz-target') ?? `${request.method} ${request.path}`;
  begin(request, String(operation), String(request.getHeader('host')).split(':').at(-1) ?? '');
});

subscribe('http.client.response.finish', (message) => {
  const [request, response] = [fieldOf(message, 'request'), fieldOf(message, 'response')];
  if (!(request instanceof ClientRequest && response instanceof IncomingMessage)) return;
  answered(request, Number(response.headers['content-length'] ?? 0));
});
