import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CloudAddress } from './aws-query.ts';
import { bootstrap } from './bootstrap.ts';
import { childEnvironment } from './environment.ts';
import { findApiId } from './front-door.ts';
import { lockManifests } from './lock-manifests.ts';
import { recall, remember } from './notes.ts';
import { localDir, root } from './paths.ts';
import { explain, Problem } from './problem.ts';
import { cpuSecondsOf, type ProgressLimits, standstill } from './progress.ts';
import { run } from './run.ts';
import { type Running, readRunning } from './running.ts';
import { appSources, hashOf } from './sources.ts';
import { onChange } from './watch.ts';

export interface DeployOptions {
  readonly cloud: CloudAddress;
  /** `local` or `test`. */
  readonly stage: string;
  /** CDK context beside the stage; `baseUrl` is what links in mails begin with. */
  readonly context?: Readonly<Record<string, string>>;
  /** Gets the CDK's own output. */
  readonly log?: string;
  /** The CDK's output folder: one of its own for each deploy that may run at the same time. */
  readonly output?: string;
  /** Where cdk.json lies. */
  readonly project?: string;
  /** Told in plain words how far it is. */
  readonly onProgress?: (sentence: string) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Omit<ProgressLimits, 'look'>;
}

/**
 * A custom resource whose Lambda fails keeps the CDK asking for an hour. The asking takes little: less CPU time than this
 * and no new line for five minutes mean that nothing else is being done.
 */
const defaultLimits = { everyMs: 5_000, looks: 60, cpuSeconds: 30 } satisfies Omit<ProgressLimits, 'look'>;

/**
 * Bootstraps the cloud if it is not yet, and deploys every stack of the CDK app, in place if they exist.
 * @throws Problem with the CDK's last words and the log's name when it fails.
 */
export async function deployLocal(options: DeployOptions): Promise<void> {
  const log = options.log ?? join(localDir, `deploy-${options.stage}.log`);
  const context = { baseUrl: 'http://localhost:8080', ...options.context, stage: options.stage };
  const stuck = new AbortController();
  const ended = new AbortController();
  let said = '';
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  await bootstrap(options.cloud);
  const { code, stdout, stderr } = await run(
    process.execPath,
    [
      join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk'),
      'deploy',
      '--all',
      '--require-approval=never',
      '--method=direct',
      '--no-notices',
      '--no-color',
      '--progress=events',
      `--output=${options.output ?? join(localDir, `cdk-${options.stage}`)}`,
      ...Object.entries(context).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      cwd: options.project ?? root,
      environment: childEnvironment(options.cloud),
      signal: options.signal ? AbortSignal.any([options.signal, stuck.signal]) : stuck.signal,
      onStart: (pid) => {
        const look = async () => ({ cpuSeconds: await cpuSecondsOf(pid), said });
        standstill({ ...defaultLimits, ...options.limits, look }, ended.signal).then(
          (sentence) => stuck.abort(sentence),
          () => {},
        );
      },
      onLine: (line) => {
        said = line.trim() || said;
        appendFileSync(log, `${line}\n`);
        const sentence = inPlainWords(line);
        if (sentence) options.onProgress?.(sentence);
      },
    },
  );
  ended.abort();
  if (options.signal?.aborted) throw new Problem('The deploy was stopped.');
  if (stuck.signal.aborted) {
    throw new Problem(
      `The deploy was given up, for ${String(stuck.signal.reason)}. That happens when the Lambda of a custom resource fails: look into ${log} and the log of the cloud, mend it and try again.`,
    );
  }
  if (code !== 0) throw new Problem(`The app could not be deployed:\n${tail(`${stdout}\n${stderr}`)}\nMore in ${log}.`);
  await lockManifests(options.cloud, options.stage);
}

function inPlainWords(line: string): string | undefined {
  const [, stack, number, of] = /^(\S+): (?:deploying|updating)\S* \[(\d+)\/(\d+)\]/.exec(line) ?? [];
  if (stack) return `stack ${number} of ${of}: ${stack}`;
  return line.includes('Synthesis time') ? 'the app is synthesized' : undefined;
}

const tail = (output: string): string =>
  output
    .split('\n')
    .filter(
      (line) =>
        line.trim() !== '' && !/^\s+at |\b\w+_IN_PROGRESS\b|CREATE_COMPLETE|UPDATE_COMPLETE|success:|start:/.test(line),
    )
    .slice(-15)
    .join('\n');

/** The app on the running cloud, as its files are now. */
async function deployRunning(running: Running): Promise<void> {
  const started = Date.now();
  const app = hashOf(appSources, running.baseUrl);
  remember('app', 'half deployed');
  await deployLocal({
    cloud: running,
    stage: 'local',
    context: { baseUrl: running.baseUrl },
    onProgress: (sentence) => console.log(`  ${sentence}`),
  });
  remember('app', app);
  const apiId = await findApiId(running, 'local');
  console.log(`Deployed in ${((Date.now() - started) / 1000).toFixed(1)} s: ${running.baseUrl}`);
  if (apiId !== running.apiId)
    console.log('The HTTP API was replaced: stop "npm start" and start it again to reach it.');
}

const isRound = (path: string): boolean => path.startsWith('rounds/') && path.endsWith('.yaml');

/** What changed in the project: rounds are data and are loaded, everything else is deployed. Never throws. */
async function takeChanges(paths: readonly string[]): Promise<void> {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  console.log(`\n${paths.slice(0, 3).join(', ')}${more} changed`);
  const running = readRunning();
  if (!running) {
    console.log(
      'The local cloud is not running any more: start it with "npm start"; this goes on with the next change.',
    );
    return;
  }
  for (const path of paths.filter(isRound)) {
    const args = [join(root, 'ops', 'main.ts'), 'round', 'load', join(root, path), '--yes'];
    await run(process.execPath, args, { cwd: root, onLine: (line) => console.log(`  ${line}`) });
  }
  if (paths.every((path) => path.startsWith('rounds/'))) return;
  await deployIfChanged(running);
}

/** Never throws: what cannot be deployed is told, and what was deployed before still runs. */
async function deployIfChanged(running: Running): Promise<void> {
  if (recall('app') === hashOf(appSources, running.baseUrl)) return console.log('The app is as it was deployed.');
  try {
    await deployRunning(running);
  } catch (error) {
    console.log(`${explain(error)}\nNot deployed; what was deployed before still runs. Waiting for the next change.`);
  }
}

/** `npm run deploy:local [-- --watch]`: the changed app on the local cloud that `npm start` keeps running. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });
  const running = readRunning();
  if (!running) throw new Problem('The local cloud is not running: start it with "npm start" in another terminal.');
  if (!values.watch) return deployRunning(running);
  console.log('Watching functions/, workflows/, infra/ and rounds/. Ctrl-C ends it.');
  onChange({
    folders: ['functions', 'workflows', 'infra', 'rounds'],
    first: () => deployIfChanged(running),
    act: takeChanges,
  });
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}
