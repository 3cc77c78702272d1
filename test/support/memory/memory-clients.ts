import { createHmac, randomBytes } from 'node:crypto';
import { KMSInvalidMacException } from '@aws-sdk/client-kms';
import { vi } from 'vitest';
import * as z from 'zod';
import type { Database } from '../../../functions/shared/database.ts';

/* The AWS of a process: what the app's entries make their clients of is answered here, before anything is sent. */

const bytes = z.instanceof(Uint8Array);
const macSchema = z.object({ Message: bytes });
const verifySchema = z.object({ Message: bytes, Mac: bytes });
const rawMailSchema = z.object({ Destinations: z.array(z.string()), RawMessage: z.object({ Data: bytes }) });
const startSchema = z.object({ stateMachineArn: z.string(), name: z.string(), input: z.string() });
const resumeSchema = z.object({ taskToken: z.string(), output: z.string() });

export interface MemoryAws {
  readonly db: Database;
  readonly mail: (to: readonly string[], raw: string) => void;
  readonly start: (machine: string, name: string, input: unknown) => void;
  readonly resume: (token: string, output: unknown) => void;
}

type Answer = (command: string, input: unknown) => object;
interface Client {
  readonly middlewareStack: { add(middleware: unknown, options: { readonly step: 'initialize' }): void };
}

/** Answers every command of a client; one that nobody knows is a fault. */
export function answered(client: Client, answer: Answer): void {
  client.middlewareStack.add(
    (_next: unknown, { commandName = '' }: { readonly commandName?: string }) =>
      async ({ input }: { readonly input: unknown }) => ({
        output: { $metadata: {}, ...answer(commandName, input) },
        response: {},
      }),
    { step: 'initialize' },
  );
}

const unknown = (command: string): never => {
  throw new Error(`nothing in this process answers ${command}`);
};

/** KMS with one key: the MACs are real, the key is forgotten with the process. */
function kms(): Answer {
  const key = randomBytes(32);
  const mac = (message: Uint8Array) => createHmac('sha256', key).update(message).digest();
  return (command, input) => {
    if (command === 'GenerateMacCommand') return { Mac: new Uint8Array(mac(macSchema.parse(input).Message)) };
    if (command !== 'VerifyMacCommand') return unknown(command);
    const { Message, Mac } = verifySchema.parse(input);
    if (!mac(Message).equals(Mac)) throw new KMSInvalidMacException({ message: 'invalid', $metadata: {} });
    return { MacValid: true };
  };
}

const ses =
  ({ mail }: MemoryAws): Answer =>
  (command, input) => {
    if (command !== 'SendRawEmailCommand') return unknown(command);
    const { Destinations, RawMessage } = rawMailSchema.parse(input);
    mail(Destinations, Buffer.from(RawMessage.Data).toString('utf8'));
    return { MessageId: 'in this process' };
  };

const states =
  ({ start, resume }: MemoryAws): Answer =>
  (command, input) => {
    if (command === 'StartExecutionCommand') {
      const { stateMachineArn, name, input: given } = startSchema.parse(input);
      start(stateMachineArn, name, JSON.parse(given));
    } else if (command === 'SendTaskSuccessCommand') {
      const { taskToken, output } = resumeSchema.parse(input);
      resume(taskToken, JSON.parse(output));
    } else unknown(command);
    return {};
  };

/** From now on, modules that are imported make their clients of this. */
export function answerInThisProcess(aws: MemoryAws): void {
  const credentials = { accessKeyId: 'memory', secretAccessKey: 'memory' };
  const region = 'ap-northeast-2';
  const [macs, mails, runs] = [kms(), ses(aws), states(aws)];
  vi.doMock(import('../../../functions/shared/database.ts'), async (original) => ({
    ...(await original()),
    openDatabase: () => aws.db,
  }));
  vi.doMock(import('@aws-sdk/client-kms'), async (original) => {
    const real = await original();
    class KMSClient extends real.KMSClient {
      constructor() {
        super({ region, credentials });
        answered(this, macs);
      }
    }
    return { ...real, KMSClient };
  });
  vi.doMock(import('@aws-sdk/client-ses'), async (original) => {
    const real = await original();
    class SESClient extends real.SESClient {
      constructor() {
        super({ region, credentials });
        answered(this, mails);
      }
    }
    return { ...real, SESClient };
  });
  vi.doMock(import('@aws-sdk/client-sfn'), async (original) => {
    const real = await original();
    class SFNClient extends real.SFNClient {
      constructor() {
        super({ region, credentials });
        answered(this, runs);
      }
    }
    return { ...real, SFNClient };
  });
}
