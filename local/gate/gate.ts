import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudAddress } from '../aws-query.ts';
import { type Hidden, passOn, sendOn } from '../hidden.ts';
import { wholeBody } from '../whole-body.ts';
import { authorise } from './authorise.ts';
import { type AwsCall, readCall } from './call.ts';
import { createFaults, type Fault } from './faults.ts';
import { createLookup } from './lookup.ts';
import type { Role, Use } from './recording.ts';
import { serviceError } from './refusal.ts';
import { answerWith, cloudIsAway, onwardHeaders } from './wire.ts';

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
  /** Takes a request that the cloud's door let in. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
}

/** Whether the call may change a role, a function or a machine, so that what is known of them has to be read again. */
const changesTheApp = ({ service, operation }: AwsCall): boolean =>
  service === 'cloudformation' ||
  service === 'iam' ||
  (service === 'lambda' && !operation.endsWith('/invocations')) ||
  (service === 'states' && /^(Create|Update|Delete)/.test(operation)) ||
  (service === 'ses' && /^(Verify|Delete|Create)/.test(operation));

/** What is put into a bucket. A deploy puts 60 MB there, of which a second would go into reading text, form and JSON. */
const isFile = ({ method, headers }: IncomingMessage): boolean =>
  method === 'PUT' && headers.authorization?.includes('/s3/aws4_request') === true;

/** The gate in front of the cloud that is hidden there; it asks that cloud itself by `address`. */
export function createGate(
  {
    behind,
    address,
    workerKeyId,
  }: {
    readonly behind: Hidden;
    readonly address: CloudAddress;
    /** The access key of all Lambda workers, and of nobody else. */
    readonly workerKeyId: string;
  },
  { refuse = true }: GateOptions = {},
): RunningGate {
  const lookup = createLookup(address);
  const faults = createFaults();
  const uses = new Map<string, Use>();
  const counts = new Map<string, number>();
  const listeners = new Set<(call: AwsCall) => void>();
  const refusalListeners = new Set<(refusal: string) => void>();

  const passThrough = (incoming: IncomingMessage, outgoing: ServerResponse, body?: Buffer): void =>
    passOn(outgoing, sendOn(incoming, behind, { rawHeaders: onwardHeaders(incoming), body }), cloudIsAway);

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    // A presigned address is opened by browsers: it does not say whose function made it, and the cloud checks it itself.
    if (!incoming.headers.authorization) return passThrough(incoming, outgoing);
    const body = await wholeBody(incoming);
    const call = readCall({
      method: incoming.method ?? 'GET',
      url: incoming.url ?? '/',
      headers: incoming.headers,
      body: isFile(incoming) ? '' : body.toString('utf8'),
    });
    if (!call) return passThrough(incoming, outgoing, body);
    if (changesTheApp(call)) lookup.forget();
    for (const listener of listeners) listener(call);
    if (call.functionName !== undefined || call.accessKey === workerKeyId) {
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
        sendOn(incoming, behind, { rawHeaders: onwardHeaders(incoming), body })
          .on('response', (reply) => reply.on('close', resolve).resume())
          .on('error', () => resolve());
      });
    }
    if (fault.respond === 'drop') return void outgoing.destroy();
    if ('status' in fault.respond) return answerWith(outgoing, serviceError(call, fault.respond));
    await sleep(fault.respond.delayMs);
    passThrough(incoming, outgoing, body);
  };

  return {
    answer,
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
  };
}
