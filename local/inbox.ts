import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { openDoor } from './door.ts';
import { hidden, passOn, passUpgradeOn, sendOn } from './hidden.ts';
import { root } from './paths.ts';
import { freePort, requirePort } from './ports.ts';
import { Problem } from './problem.ts';
import { answers, untilReady, watchProcess, wordsFromNowOn } from './progress.ts';

const mailSchema = z.object({
  id: z.string(),
  subject: z.string().default(''),
  text: z.string().default(''),
  html: z.union([z.string(), z.literal(false)]).default(''),
  to: z.array(z.object({ address: z.string() })).default([]),
  from: z.array(z.object({ address: z.string() })).default([]),
});
type Mail = z.infer<typeof mailSchema>;

/** A mailbox for everything that the local cloud sends, whoever it is for. */
export interface Inbox {
  /** The page where the mails are read. */
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  /** Of maildev's process. */
  readonly pid: number | undefined;
  /** All mails, oldest first. */
  mails(): Promise<Mail[]>;
  stop(): Promise<void>;
  /** Settles when its process has ended, wanted or not. */
  readonly ended: Promise<{ readonly wanted: boolean }>;
}

/**
 * Starts maildev on 127.0.0.1. With a directory the mails are still there after a restart.
 * @throws Problem when a port is in use or it does not come up.
 */
export async function startInbox(options: {
  readonly webPort: number;
  readonly smtpPort: number;
  readonly directory?: string;
  readonly log: string;
}): Promise<Inbox> {
  await requirePort(options.webPort, 'the inbox');
  await requirePort(options.smtpPort, "the inbox's SMTP server");
  mkdirSync(dirname(options.log), { recursive: true });
  if (options.directory) mkdirSync(options.directory, { recursive: true });
  const log = openSync(options.log, 'a');
  const behind = hidden(await freePort());
  const child = spawn(
    process.execPath,
    [
      `--import=${pathToFileURL(join(root, 'local', 'end-with-parent.mjs')).href}`,
      `--import=${pathToFileURL(join(root, 'local', 'behind-door.mjs')).href}`,
      join(root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
      `--smtp=${options.smtpPort}`,
      '--ip=127.0.0.1',
      `--web=${behind.port}`,
      '--web-ip=127.0.0.1',
      ...(options.directory ? [`--mail-directory=${options.directory}`] : []),
    ],
    {
      detached: true,
      stdio: ['pipe', log, log],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', DOOR_SECRET: behind.secret },
    },
  );
  closeSync(log);
  const lastWords = wordsFromNowOn(options.log);
  let wanted = false;
  const ended = new Promise<{ wanted: boolean }>((resolve) => child.once('exit', () => resolve({ wanted })));
  const forget = () => void child.kill('SIGKILL');
  process.once('exit', forget);
  void ended.then(() => process.off('exit', forget));

  const door = await openDoor({
    port: options.webPort,
    purpose: 'the inbox',
    answer: (incoming, outgoing) => passOn(outgoing, sendOn(incoming, behind), away),
    upgrade: (incoming, socket, head) => passUpgradeOn(incoming, socket, head, behind),
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  void ended.then(() => {
    behind.agent.destroy();
    return door.stop();
  });

  const api = `http://127.0.0.1:${options.webPort}/api/email`;
  const { pid } = child;
  if (pid === undefined) throw new Problem('The inbox could not be started.');
  await untilReady('The inbox', {
    ready: () => answers(api),
    ended: ended.then(lastWords),
    look: watchProcess(pid, options.log),
    log: options.log,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return {
    url: door.url,
    pid,
    smtp: { host: '127.0.0.1', port: options.smtpPort },
    ended,
    mails: async () => z.array(mailSchema).parse(await (await fetch(api)).json()),
    stop: async () => {
      wanted = true;
      child.kill('SIGTERM');
      const impatient = setTimeout(forget, 3_000);
      await ended;
      clearTimeout(impatient);
      await door.stop();
    },
  };
}

const away = (outgoing: ServerResponse): void =>
  void outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The inbox does not answer.');
