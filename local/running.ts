import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { cloudEnvironment } from './environment.ts';
import { localDir } from './paths.ts';

const runningSchema = z.object({
  /** Of `npm start` itself. */
  pid: z.number(),
  /** When that process began, as `beginningOf` says it: its id may belong to another process by now. */
  began: z.string(),
  endpoint: z.string(),
  region: z.string(),
  key: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  baseUrl: z.string(),
  apiId: z.string(),
  /** The page of runs. */
  runsUrl: z.string().optional(),
});
export type Running = z.infer<typeof runningSchema>;

const noteIn = (directory: string): string => join(directory, 'running.json');
const exportsIn = (directory: string): string => join(directory, 'cloud.env');

/** Leaves a note of where the local cloud is, for the other commands, and the same for a shell: `. .local/cloud.env`. */
export function noteRunning(running: Omit<Running, 'pid' | 'began'>, directory = localDir): void {
  mkdirSync(directory, { recursive: true });
  const note: Running = { ...running, pid: process.pid, began: beginningOf(process.pid) ?? '' };
  writeOwn(noteIn(directory), JSON.stringify(note));
  const lines = Object.entries(cloudEnvironment(running)).map(([name, value]) => `export ${name}='${value}'\n`);
  writeOwn(exportsIn(directory), lines.join(''));
}

/** Both hold the key: for the eyes of this user alone, also if a file with other rights is there already. */
function writeOwn(file: string, text: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600 });
}

/** Removes this process's own note. */
export function forgetRunning(directory = localDir): void {
  if (readRunning(directory)?.pid !== process.pid) return;
  rmSync(noteIn(directory), { force: true });
  rmSync(exportsIn(directory), { force: true });
}

/** The local cloud of this project that `npm start` keeps running; undefined when none does. */
export function readRunning(directory = localDir): Running | undefined {
  try {
    const running = runningSchema.parse(JSON.parse(readFileSync(noteIn(directory), 'utf8')));
    return beginningOf(running.pid) === running.began ? running : undefined;
  } catch {
    return undefined;
  }
}

/** What tells a process from all others that have or had its id on this machine; undefined when it is not there. */
function beginningOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets may have spaces and brackets itself; the time is the 20th field after it.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
    return `${boot} ${ticks}`;
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    return stdout?.trim() || undefined;
  }
}
