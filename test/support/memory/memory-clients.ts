import { createHmac, randomBytes } from 'node:crypto';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import type { LinkTarget, SignLink, VerifyLink } from '../../../functions/shared/links.ts';

/* Clients of AWS that are answered in this process, before anything is sent. */

const bytes = z.instanceof(Uint8Array);
const rawMailSchema = z.object({ Destinations: z.array(z.string()), RawMessage: z.object({ Data: bytes }) });
const startSchema = z.object({ stateMachineArn: z.string(), name: z.string(), input: z.string() });
const resumeSchema = z.object({ taskToken: z.string(), output: z.string() });

type Answer = (command: string, input: unknown) => object;
interface Client {
  readonly middlewareStack: { add(middleware: unknown, options: { readonly step: 'initialize' }): void };
}

/** Answers every command of a client; one that nobody knows is a fault. */
export function answered<One extends Client>(client: One, answer: Answer): One {
  client.middlewareStack.add(
    (_next: unknown, { commandName = '' }: { readonly commandName?: string }) =>
      async ({ input }: { readonly input: unknown }) => ({
        output: { $metadata: {}, ...answer(commandName, input) },
        response: {},
      }),
    { step: 'initialize' },
  );
  return client;
}

const unknown = (command: string): never => {
  throw new Error(`nothing in this process answers ${command}`);
};

const settings = {
  region: 'ap-northeast-2',
  credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
};

export const memorySes = (mail: (to: readonly string[], raw: string) => void): SESClient =>
  answered(new SESClient(settings), (command, input) => {
    if (command !== 'SendRawEmailCommand') return unknown(command);
    const { Destinations, RawMessage } = rawMailSchema.parse(input);
    mail(Destinations, Buffer.from(RawMessage.Data).toString('utf8'));
    return { MessageId: 'in this process' };
  });

const referenceSchema = z.object({ reference: z.string() });
const outcomeSchema = z.object({ outcome: z.string() });

export const memorySfn = (runs: {
  readonly start: (machine: string, name: string, reference: string) => void;
  readonly resume: (token: string, outcome: string) => void;
}): SFNClient =>
  answered(new SFNClient(settings), (command, input) => {
    if (command === 'StartExecutionCommand') {
      const { stateMachineArn, name, input: given } = startSchema.parse(input);
      runs.start(stateMachineArn, name, referenceSchema.parse(JSON.parse(given)).reference);
    } else if (command === 'SendTaskSuccessCommand') {
      const { taskToken, output } = resumeSchema.parse(input);
      runs.resume(taskToken, outcomeSchema.parse(JSON.parse(output)).outcome);
    } else unknown(command);
    return {};
  });

/** A key that is forgotten with the process. */
export function memorySigner(): SignLink {
  const key = randomBytes(32);
  return async ({ purpose, id, generation, assignee, own = 0 }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, id, generation, assignee, own]))
      .digest('base64url');
}

/** Signs as given, each link once, and verifies by signing. */
export function signedHere(sign: SignLink): { readonly sign: SignLink; readonly verify: VerifyLink } {
  const made = new Map<string, Promise<string>>();
  const nameOf = ({ purpose, id, generation, assignee, own = 0 }: LinkTarget) =>
    JSON.stringify([purpose, id, generation, assignee, own]);
  const signed: SignLink = (target) => {
    const mac = made.get(nameOf(target)) ?? sign(target);
    made.set(nameOf(target), mac);
    return mac;
  };
  return { sign: signed, verify: async (target, mac) => (await signed(target)) === mac };
}
