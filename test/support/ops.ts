import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { format } from 'node:util';
import { vi } from 'vitest';
import { childEnvironment } from '../../local/environment.ts';
import { root } from '../../local/paths.ts';
import { runCommand } from '../../ops/main.ts';
import { uncounted } from './answered-bytes.ts';
import type { TestCloud } from './cloud.ts';

export interface Spoken {
  readonly code: number | null;
  /** What it printed, and what it complained of. */
  readonly out: string;
  readonly err: string;
}

type Parts = { out: string; err: string };

/** What each command says that is under way, for several may be. */
const said = new AsyncLocalStorage<Parts>();
let underWay = 0;
let ears: readonly { readonly mockRestore: () => void }[] = [];

/** Takes what commands print away from the console, which stays for everybody else, until the last one has ended. */
function listen(): void {
  underWay += 1;
  if (underWay > 1) return;
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  const heard = (stream: keyof Parts, text: string): boolean => {
    const parts = said.getStore();
    if (parts) parts[stream] += text;
    return parts !== undefined;
  };
  ears = [
    vi.spyOn(console, 'log').mockImplementation((...words) => {
      if (!heard('out', `${format(...words)}\n`)) log(...words);
    }),
    vi.spyOn(console, 'error').mockImplementation((...words) => {
      if (!heard('err', `${format(...words)}\n`)) error(...words);
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => heard('out', String(chunk)) || write(chunk)),
  ];
}

function unlisten(): void {
  underWay -= 1;
  if (underWay === 0) for (const ear of ears) ear.mockRestore();
}

/**
 * `npm run ops -- …` against the test's cloud, with nobody at the keyboard: in this process, for the start of another
 * takes longer than nearly every command.
 */
export async function ops({ cloud }: Pick<TestCloud, 'cloud'>, ...words: readonly string[]): Promise<Spoken> {
  if (process.env.AWS_ENDPOINT_URL !== cloud.endpoint) throw new Error('commands work on the cloud of this worker');
  delete process.env.SFA_OPERATOR;
  const parts: Parts = { out: '', err: '' };
  listen();
  try {
    const code = await said.run(parts, () => uncounted(() => runCommand(['--stage', 'test', ...words])));
    return { code, ...parts };
  } finally {
    unlisten();
  }
}

/** The same as an operator does it, in a process of its own. */
export const opsProcess = ({ cloud }: Pick<TestCloud, 'cloud'>, ...words: readonly string[]): Promise<Spoken> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'ops', 'main.ts'), ...words], {
      cwd: root,
      env: { ...childEnvironment(cloud), SFA_STAGE: 'test' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Parts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      parts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      parts.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...parts }));
  });
