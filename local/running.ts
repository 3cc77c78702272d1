import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { localDir } from './paths.ts';

const runningSchema = z.object({
  /** Of `npm start` itself. */
  pid: z.number(),
  endpoint: z.string(),
  region: z.string(),
  baseUrl: z.string(),
  apiId: z.string(),
});
export type Running = z.infer<typeof runningSchema>;

const file = join(localDir, 'running.json');

/** Leaves a note of where the local cloud is, for the other commands. */
export function noteRunning(running: Running): void {
  mkdirSync(localDir, { recursive: true });
  writeFileSync(file, JSON.stringify(running));
}

/** Removes this process's own note. */
export function forgetRunning(): void {
  if (readRunning()?.pid === process.pid) rmSync(file, { force: true });
}

/** The local cloud of this project that `npm start` keeps running; undefined when none does. */
export function readRunning(): Running | undefined {
  try {
    const running = runningSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
}
