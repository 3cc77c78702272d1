import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../../local/environment.ts';
import { root } from '../../local/paths.ts';
import type { TestCloud } from './cloud.ts';

export interface Spoken {
  readonly code: number | null;
  /** What it printed, and what it complained of. */
  readonly out: string;
  readonly err: string;
}

/** `npm run ops -- …` against the test's cloud, with nobody at the keyboard. */
export const ops = ({ cloud }: Pick<TestCloud, 'cloud'>, ...words: readonly string[]): Promise<Spoken> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'ops', 'main.ts'), ...words], {
      cwd: root,
      env: { ...childEnvironment(cloud), SFA_STAGE: 'test' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      parts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      parts.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...parts }));
  });
