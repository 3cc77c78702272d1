import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestsBucketName } from '../infra/stage.ts';
import type { CloudAddress } from './aws-query.ts';
import { bootstrap } from './bootstrap.ts';
import { childEnvironment } from './environment.ts';
import { findApiId } from './front-door.ts';
import { lockBucket } from './lock-bucket.ts';
import { remember } from './notes.ts';
import { localDir, root } from './paths.ts';
import { explain, Problem } from './problem.ts';
import { run } from './run.ts';
import { readRunning } from './running.ts';
import { appSources, hashOf } from './sources.ts';

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
}

/** Everybody's account on the local cloud. */
const localAccount = '000000000000';

const patienceMs = 5 * 60_000;

/**
 * Bootstraps the cloud if it is not yet, and deploys every stack of the CDK app, in place where they exist.
 * @throws Problem with the CDK's last words and the log's name when it fails.
 */
export async function deployLocal(options: DeployOptions): Promise<void> {
  const log = options.log ?? join(localDir, `deploy-${options.stage}.log`);
  const context = { baseUrl: 'http://localhost:8080', ...options.context, stage: options.stage };
  const patience = AbortSignal.timeout(patienceMs);
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
      signal: options.signal ? AbortSignal.any([options.signal, patience]) : patience,
      onLine: (line) => {
        appendFileSync(log, `${line}\n`);
        const sentence = inPlainWords(line);
        if (sentence) options.onProgress?.(sentence);
      },
    },
  );
  if (options.signal?.aborted) throw new Problem('The deploy was stopped.');
  if (patience.aborted) {
    throw new Problem(
      `The deploy did not end within ${patienceMs / 60_000} minutes, as happens when the Lambda of a custom resource fails: look into ${log} and the log of the cloud, mend it and try again.`,
    );
  }
  if (code !== 0) throw new Problem(`The app could not be deployed:\n${tail(`${stdout}\n${stderr}`)}\nMore in ${log}.`);
  await lockBucket(options.cloud, manifestsBucketName({ name: options.stage }, localAccount, options.cloud.region));
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

/** `npm run deploy:local`: the changed app on the local cloud that `npm start` keeps running. */
async function main(): Promise<void> {
  const running = readRunning();
  if (!running) throw new Problem('The local cloud is not running: start it with "npm start" in another terminal.');
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

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}
