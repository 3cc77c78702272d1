import { relative } from 'node:path';
import { afterAll, expect } from 'vitest';
import { root } from '../../local/paths.ts';
import { leastShown, writeUnitCosts } from './file-costs.ts';
import { workSeconds } from './machine-speed.ts';
import { runFolder } from './test-run.ts';

/*
 * Vitest runs this again for each file, before it reads the file: what the file used of this worker, the reading of the
 * modules that no file before it has read included. Without what it started as processes of its own.
 */
const before = process.cpuUsage();

afterAll(() => {
  const { user, system } = process.cpuUsage(before);
  const file = relative(root, expect.getState().testPath ?? '');
  const cpuSeconds = (user + system) / 1e6;
  // Not for all the small ones, which would take as long as they do.
  writeUnitCosts(runFolder(), { file, cpuSeconds, ...(cpuSeconds >= leastShown && { workSeconds: workSeconds() }) });
});
