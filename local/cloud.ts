import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type Gate, type GateOptions, type RunningGate, startGate } from './gate/gate.ts';
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
  /** An SMTP server that every mail is relayed to. */
  readonly smtp?: { readonly host: string; readonly port: number };
  readonly region?: string;
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
export interface Cloud {
  readonly endpoint: string;
  readonly port: number;
  readonly region: string;
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
  /** The gate; undefined where the cloud was started without one. */
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
  const behind = options.gate ? await freePort() : port;
  const process = await spawnMiniStack({
    python,
    listenPort: behind,
    publicPort: port,
    scratch,
    log: options.log,
    environment: {
      MINISTACK_REGION: region,
      // For the Lambda workers: stacks name our files where a stage deploys its source maps.
      NODE_OPTIONS: ['--enable-source-maps', ...(options.gate ? [`--import=${tagWorker}`] : [])].join(' '),
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
  const gate = options.gate ? await startGate({ port, behind, region }, options.gate) : undefined;
  void process.ended.then(() => {
    rmSync(scratch, { recursive: true, force: true });
    return gate?.close();
  });
  return cloudOf(process, gate, port, region);
}

const tagWorker = pathToFileURL(join(root, 'local', 'gate', 'tag-worker.mjs')).href;

function cloudOf(process: CloudProcess, gate: RunningGate | undefined, port: number, region: string): Cloud {
  const endpoint = `http://127.0.0.1:${port}`;
  const messagesAfter: Cloud['messagesAfter'] = async (number) => {
    const response = await fetch(`${endpoint}/_ministack/ses/messages?after=${number}`);
    return messagesSchema.parse(await response.json());
  };
  return {
    endpoint,
    port,
    region,
    pid: process.pid,
    gate,
    ended: process.ended,
    stop: () => process.end('SIGTERM'),
    kill: () => process.end('SIGKILL'),
    workers: () => process.children(),
    config: async (settings) => {
      const response = await fetch(`${endpoint}/_ministack/config`, { method: 'POST', body: JSON.stringify(settings) });
      const { applied } = z.object({ applied: z.record(z.string(), z.unknown()) }).parse(await response.json());
      const refused = Object.keys(settings).filter((key) => !(key in applied));
      if (refused.length > 0) throw new Error(`MiniStack does not take the settings ${refused.join(', ')}`);
    },
    messagesAfter,
    messages: async () => (await messagesAfter(0)).messages,
  };
}
