import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { CloudAddress, CloudKey } from './aws-query.ts';
import { openCloudDoor } from './cloud-door.ts';
import { keptKey, newKey } from './cloud-key.ts';
import type { Door } from './door.ts';
import { createGate, type Gate, type GateOptions } from './gate/gate.ts';
import { hidden, keyHeader } from './hidden.ts';
import { type CloudProcess, spawnMiniStack } from './ministack-process.ts';
import { root } from './paths.ts';
import { freePort, requirePort } from './ports.ts';
import { preparePython } from './python.ts';
import { rewindStreams } from './stream-positions.ts';

export interface CloudOptions {
  /** Where tables, code, APIs, schedules and keys are kept from one start to the next; without it nothing is. */
  readonly stateDir?: string;
  /** A free one when it is not given. */
  readonly port?: number;
  /** A file that gets MiniStack's own output, appended. */
  readonly log?: string;
  /** Where the Lambdas' code is unpacked; clouds side by side may share it. Without it, somewhere that goes with it. */
  readonly unpacked?: string;
  /** Seconds that a Wait of a run lasts at least, and a long one up to five times as long; none if it is not given. */
  readonly shortestWait?: number;
  /** Workers of one function beside which another one is started only after three seconds; any if it is not given. */
  readonly enoughWorkers?: number;
  /** An SMTP server that every mail is relayed to. */
  readonly smtp?: { readonly host: string; readonly port: number };
  readonly region?: string;
  /** Where the app's pages are: they may send to S3 what was signed for them. */
  readonly appUrl?: string;
  /** Stands in front of the cloud and holds each call of a Lambda against its role. */
  readonly gate?: GateOptions | false;
}

const sesMessageSchema = z
  .object({
    Number: z.int(),
    MessageId: z.string(),
    Source: z.string(),
    To: z.array(z.string()),
    CC: z.array(z.string()),
    BCC: z.array(z.string()),
    Subject: z.string(),
    BodyText: z.string().nullish(),
    BodyHtml: z.string().nullish(),
    Timestamp: z.number(),
  })
  .transform((message) => ({
    /** Counted from 1 in the order of acceptance since the cloud was started. */
    number: message.Number,
    id: message.MessageId,
    from: message.Source,
    to: message.To,
    cc: message.CC,
    bcc: message.BCC,
    subject: message.Subject,
    text: message.BodyText ?? '',
    html: message.BodyHtml ?? '',
    /** Unix seconds. */
    at: message.Timestamp,
  }));
type SesMessage = z.infer<typeof sesMessageSchema>;

const messagesSchema = z.object({ messages: z.array(sesMessageSchema), next: z.int() });

/** A running local cloud. */
export interface Cloud extends CloudAddress {
  readonly port: number;
  /** The access key that Lambda workers have; the cloud's own `key` is that of commands and tests. */
  readonly workerKey: CloudKey;
  readonly pid: number;
  /** Ends it in order (SIGTERM) and waits: with a stateDir everything but running executions and mails is saved. */
  stop(): Promise<void>;
  /** Ends it and its workers at once (SIGKILL): what was not saved by an earlier stop is lost. */
  kill(): Promise<void>;
  /** Settings of MiniStack while it runs, for example `{ 'stepfunctions._SFN_WAIT_SCALE': 0 }`. */
  config(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** All mails accepted since it was started, oldest first. */
  messages(): Promise<SesMessage[]>;
  /**
   * The mails accepted after that number, oldest first: 0 for all, then each time the `next` of the answer before, which
   * is the number of the last mail that there is.
   */
  messagesAfter(number: number): Promise<{ readonly messages: SesMessage[]; readonly next: number }>;
  /** The process ids of the Lambda workers that are alive at the moment. */
  workers(): Promise<number[]>;
  /** The gate; undefined if the cloud was started without one. */
  readonly gate: Gate | undefined;
  /** Settles when the process has ended, wanted or not. */
  readonly ended: Promise<{ readonly wanted: boolean; readonly lastWords: string }>;
}

/**
 * Starts MiniStack on 127.0.0.1 in a clean environment and waits until it is ready.
 * @throws Problem when Python or a package is missing, the port is in use, or it does not come up.
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const python = await preparePython();
  const port = options.port ?? (await freePort());
  await requirePort(port, 'the local cloud');
  const region = options.region ?? 'ap-northeast-2';
  const scratch = mkdtempSync(join(tmpdir(), 'sfa-cloud-'));
  if (options.stateDir) {
    mkdirSync(options.stateDir, { recursive: true });
    rewindStreams(join(options.stateDir, 'services'));
  }
  const key = options.stateDir ? keptKey(options.stateDir) : newKey();
  const workerKey = newKey();
  const behind = hidden(await freePort());
  const process = await spawnMiniStack({
    python,
    behind,
    publicPort: port,
    scratch,
    log: options.log,
    environment: {
      MINISTACK_REGION: region,
      NODE_OPTIONS: forWorkers.map((file) => `--require=${JSON.stringify(file)}`).join(' '),
      UNPACKED: options.unpacked ?? join(scratch, 'unpacked'),
      SHORTEST_WAIT: String(options.shortestWait ?? 0),
      ENOUGH_WORKERS: String(options.enoughWorkers ?? 0),
      WORKER_ACCESS_KEY_ID: workerKey.accessKeyId,
      // MiniStack checks what is signed for S3, with this key alone.
      AWS_ACCESS_KEY_ID: workerKey.accessKeyId,
      AWS_SECRET_ACCESS_KEY: workerKey.secretAccessKey,
      ...(options.smtp ? { SMTP_HOST: `${options.smtp.host}:${options.smtp.port}` } : {}),
      ...(options.stateDir
        ? {
            PERSIST_STATE: '1',
            STATE_DIR: join(options.stateDir, 'services'),
            S3_PERSIST: '1',
            S3_DATA_DIR: join(options.stateDir, 's3'),
          }
        : { S3_DATA_DIR: join(scratch, 's3') }),
    },
  });
  const address = {
    endpoint: `http://127.0.0.1:${behind.port}`,
    region,
    key,
    headers: { [keyHeader]: behind.secret },
  };
  const gate = options.gate
    ? createGate({ behind, address, workerKeyId: workerKey.accessKeyId }, options.gate)
    : undefined;
  const door = await openCloudDoor({
    port,
    behind,
    address,
    keys: { own: key, worker: workerKey },
    appOrigins: options.appUrl ? [new URL(options.appUrl).origin] : [],
    gate,
  }).catch(async (error: unknown) => {
    await process.end('SIGKILL');
    throw error;
  });
  const ended = process.ended.then(async (end) => {
    rmSync(scratch, { recursive: true, force: true });
    behind.agent.destroy();
    await door.stop();
    return end;
  });
  return cloudOf({ process, ended, door, gate, region, key, workerKey });
}

const forWorkers = [join('gate', 'tag-worker.cjs'), 'late-source-maps.cjs'].map((file) => join(root, 'local', file));

function cloudOf({
  process,
  ended,
  door: { port },
  gate,
  region,
  key,
  workerKey,
}: Pick<Cloud, 'ended' | 'gate' | 'region' | 'key' | 'workerKey'> & {
  readonly process: CloudProcess;
  readonly door: Door;
}): Cloud {
  const endpoint = `http://127.0.0.1:${port}`;
  const headers = { [keyHeader]: key.secretAccessKey };
  const messagesAfter: Cloud['messagesAfter'] = async (number) => {
    const response = await fetch(`${endpoint}/_ministack/ses/messages?after=${number}`, { headers });
    return messagesSchema.parse(await response.json());
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await process.end(signal);
    await ended;
  };
  return {
    endpoint,
    port,
    region,
    key,
    workerKey,
    pid: process.pid,
    gate,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    workers: () => process.children(),
    config: async (settings) => {
      const body = JSON.stringify(settings);
      const response = await fetch(`${endpoint}/_ministack/config`, { method: 'POST', headers, body });
      const { applied } = z.object({ applied: z.record(z.string(), z.unknown()) }).parse(await response.json());
      const refused = Object.keys(settings).filter((key) => !(key in applied));
      if (refused.length > 0) throw new Error(`MiniStack does not take the settings ${refused.join(', ')}`);
    },
    messagesAfter,
    messages: async () => (await messagesAfter(0)).messages,
  };
}
