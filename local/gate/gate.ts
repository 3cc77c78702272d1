import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorise } from './authorise.ts';
import { type AwsCall, readCall } from './call.ts';
import { createFaults, type Fault } from './faults.ts';
import { createLookup } from './lookup.ts';
import type { Role, Use } from './recording.ts';
import { serviceError } from './refusal.ts';
import { answerWith, onwardHeaders, wholeBody } from './wire.ts';

export interface GateOptions {
  /** false: record what is asked for, and let everything through. */
  readonly refuse?: boolean;
}

/** Stands in front of a local cloud, sees every call, and holds each call of a Lambda against its role. */
export interface Gate {
  /** Every permission that Lambdas asked for since the start or the last `forget`, once each. */
  recording(): readonly Use[];
  /** Calls of Lambdas since the start or the last `forget`, by `service:Operation`. */
  calls(): Readonly<Record<string, number>>;
  forget(): void;
  /** The roles of all Lambda functions whose name begins with the prefix. */
  roles(functionPrefix: string): Promise<readonly Role[]>;
  /** The policies of one role by its name, for example a state machine's. */
  role(name: string): Promise<Role>;
  /** Puts a fault in the way of the calls it describes; the function takes it away again. */
  inject(fault: Fault): () => void;
  /** Shows every AWS call, also those of tests, before it is passed on; the function ends that. */
  onCall(listener: (call: AwsCall) => void): () => void;
  /** Tells of every call that is refused: who, what, on what and why; the function ends that. */
  onRefusal(listener: (refusal: string) => void): () => void;
}

export interface RunningGate extends Gate {
  close(): Promise<void>;
}

/** Whether the call may change a role, a function or a machine, so that what is known of them has to be read again. */
const changesTheApp = ({ service, operation }: AwsCall): boolean =>
  service === 'cloudformation' ||
  service === 'iam' ||
  (service === 'lambda' && !operation.endsWith('/invocations')) ||
  (service === 'states' && /^(Create|Update|Delete)/.test(operation)) ||
  (service === 'ses' && /^(Verify|Delete|Create)/.test(operation));

/** MiniStack gives its account number as access key to all Lambda workers, and to nobody else. */
const lambdaKey = '000000000000';

/** Starts the gate on `port`, in front of the cloud that listens on `behind`. */
export async function startGate(
  { port, behind, region }: { readonly port: number; readonly behind: number; readonly region: string },
  { refuse = true }: GateOptions = {},
): Promise<RunningGate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const lookup = createLookup({ endpoint: `http://127.0.0.1:${behind}`, region });
  const faults = createFaults();
  const uses = new Map<string, Use>();
  const counts = new Map<string, number>();
  const listeners = new Set<(call: AwsCall) => void>();
  const refusalListeners = new Set<(refusal: string) => void>();

  const forward = (
    incoming: IncomingMessage,
    body: Buffer | undefined,
    receive: (answer: IncomingMessage) => void,
    fail: () => void,
  ) => {
    const onward = request(
      {
        host: '127.0.0.1',
        port: behind,
        agent,
        method: incoming.method,
        path: incoming.url,
        headers: onwardHeaders(incoming),
      },
      receive,
    );
    onward.on('error', fail);
    if (body) onward.end(body);
    else incoming.pipe(onward);
    return onward;
  };

  const passThrough = (incoming: IncomingMessage, outgoing: ServerResponse, body?: Buffer) => {
    const onward = forward(
      incoming,
      body,
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.on('error', () => outgoing.destroy()).pipe(outgoing);
      },
      () =>
        outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end('the local cloud does not answer'),
    );
    outgoing.on('close', () => onward.destroy());
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (!incoming.headers.authorization && !incoming.url?.includes('X-Amz-Credential'))
      return passThrough(incoming, outgoing);
    const body = await wholeBody(incoming);
    const call = readCall({
      method: incoming.method ?? 'GET',
      url: incoming.url ?? '/',
      headers: incoming.headers,
      body: body.toString('utf8'),
    });
    if (!call) return passThrough(incoming, outgoing, body);
    if (changesTheApp(call)) lookup.forget();
    for (const listener of listeners) listener(call);
    if (call.functionName !== undefined || call.accessKey === lambdaKey) {
      const name = `${call.service}:${call.operation}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const { uses: asked, refusal } = await authorise(call, lookup);
      for (const use of asked) uses.set(JSON.stringify(use), use);
      if (refusal && refuse) {
        for (const listener of refusalListeners) listener(refusal.told);
        return answerWith(outgoing, refusal.answer);
      }
    }
    const fault = faults.strike(call);
    if (!fault) return passThrough(incoming, outgoing, body);
    if (fault.after) {
      await new Promise<void>((resolve) => {
        forward(incoming, body, (answer) => answer.on('close', resolve).resume(), resolve);
      });
    }
    if (fault.respond === 'drop') return void outgoing.destroy();
    if ('status' in fault.respond) return answerWith(outgoing, serviceError(call, fault.respond));
    await sleep(fault.respond.delayMs);
    passThrough(incoming, outgoing, body);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`the gate failed: ${String(error)}`);
    });
  });
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', 1024, resolve);
  });

  return {
    recording: () => [...uses.values()],
    calls: () => Object.fromEntries(counts),
    forget: () => {
      uses.clear();
      counts.clear();
    },
    roles: async (prefix) => {
      const names = (await lookup.functions()).filter((name) => name.startsWith(prefix));
      const roles = await Promise.all(names.map((name) => lookup.roleOfFunction(name)));
      return [...new Map(roles.map((role) => [role.name, role])).values()];
    },
    role: lookup.role,
    inject: faults.inject,
    onCall: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onRefusal: (listener) => {
      refusalListeners.add(listener);
      return () => void refusalListeners.delete(listener);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
