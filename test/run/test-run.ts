import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDir } from '../../local/paths.ts';

/** How many local clouds a run of the cloud tests uses, one for each worker. */
export const clouds = 2;

/** Where the runs that failed keep their logs, one folder each. */
const runs = join(localDir, 'test-runs');
const keptRuns = 5;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Prepares the run that this process leads, and tells its workers by the environment: a folder for logs and records,
 * which stays if a test fails, and a temporary directory that all their processes share, which always goes.
 */
export function beginRun(): void {
  if (process.env.SFA_RUN_FOLDER) return;
  mkdirSync(runs, { recursive: true });
  for (const old of readdirSync(runs).sort().slice(0, -keptRuns)) {
    rmSync(join(runs, old), { recursive: true, force: true });
  }
  // Those of runs that were killed.
  for (const left of readdirSync(tmpdir()).filter((name) => name.startsWith('sfa-run-'))) {
    if (!isAlive(Number(left.split('-')[2]))) rmSync(join(tmpdir(), left), { recursive: true, force: true });
  }
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  process.env.SFA_RUN_FOLDER = join(runs, `${time}-${process.pid}`);
  mkdirSync(process.env.SFA_RUN_FOLDER);
  const temporary = mkdtempSync(join(tmpdir(), `sfa-run-${process.pid}-`));
  process.env.TMPDIR = temporary;
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
}

/** The folder of the run that this process belongs to; one of its own if nobody leads a run. */
export function runFolder(): string {
  if (!process.env.SFA_RUN_FOLDER) beginRun();
  const folder = process.env.SFA_RUN_FOLDER;
  if (!folder) throw new Error('there is no folder for this run');
  return folder;
}
