import { join } from 'node:path';
import type { CloudAddress } from './aws-query.ts';
import { childEnvironment } from './environment.ts';
import { recall, remember } from './notes.ts';
import { root } from './paths.ts';
import { Problem } from './problem.ts';
import { run } from './run.ts';
import { hashOf } from './sources.ts';

const people = 'local/demo/people.csv';
const round = 'rounds/academy-2027h1.yaml';

/** The operator's own command, as `npm run ops -- …` runs it. */
async function ops(cloud: CloudAddress, baseUrl: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const { code, stdout, stderr } = await run(process.execPath, [join(root, 'ops', 'main.ts'), ...args], {
    cwd: root,
    environment: { ...childEnvironment(cloud), SFA_STAGE: 'local', SFA_BASE_URL: baseUrl },
    signal,
  });
  if (code !== 0) throw new Problem(`"npm run ops -- ${args.join(' ')}" failed:\n${`${stdout}\n${stderr}`.trim()}`);
}

/** Loads the demo's people and round, where this state does not hold these very files yet. */
export async function loadDemo(
  cloud: CloudAddress,
  baseUrl: string,
  signal: AbortSignal,
): Promise<'loaded' | 'was there'> {
  const wanted = hashOf([people, round]);
  if (recall('demo') === wanted) return 'was there';
  await ops(cloud, baseUrl, ['people', 'load', people, '--yes'], signal);
  await ops(cloud, baseUrl, ['round', 'load', round, '--yes'], signal);
  remember('demo', wanted);
  return 'loaded';
}

/** Starts the runs again that the last stop ended, under their next names. */
export const resumeRuns = (cloud: CloudAddress, baseUrl: string, signal: AbortSignal): Promise<void> =>
  ops(cloud, baseUrl, ['reconcile', '--yes'], signal);
