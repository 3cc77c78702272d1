import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { tablesOf } from '../../functions/shared/environment.ts';
import { bundleFolder, bundleFunctions } from '../../infra/bundle.ts';
import { lambdas } from '../../infra/lambdas.ts';

const functions = join(import.meta.dirname, '../../functions');
const probe = join(import.meta.dirname, 'load-probe.mjs');
const runs = 7;

/** An entry that stands for its kind, and where its code lies. */
const entries = {
  'applications-tasks': 'applications/tasks.lambda.ts',
  'applications-pages': 'applications/pages.lambda.tsx',
  'outbox-dispatch': 'app/outbox-dispatch.lambda.ts',
} as const;

/** As esbuild does it when nothing is said: what CDK's NodejsFunction would deploy with the SDK bundled in. */
const bundledPlainly = (entry: string, outfile: string): Promise<unknown> =>
  build({
    entryPoints: [join(functions, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.woff2': 'binary' },
    logLevel: 'error',
  });

/** CPU milliseconds that a new Node process takes to load a file: the least of several, for others only add to it. */
async function loadOf(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [probe, file], {
      env: { ...process.env, ...environment },
    });
    taken.push(Number(stdout));
  }
  return Math.min(...taken);
}

/** Values that the entries' schemas take; nothing is called with them. */
const values: Readonly<Record<string, string>> = {
  BASE_URL: 'https://example.org',
  LINK_KEY_ID: 'key',
  STATE_MACHINE_PREFIX: 'arn:aws:states:ap-northeast-2:000000000000:stateMachine:sfa-',
  MAILS_A_SECOND: '14',
  STARTS_A_SECOND: '100',
  MAIL_FROM: 'academy@example.org',
  MAIL_REPLY_TO: 'academy@example.org',
  AWS_REGION: 'ap-northeast-2',
};

function environmentOf(name: string): Record<string, string> {
  const lambda = new Map(lambdas).get(name);
  if (!lambda) throw new Error(`there is no Lambda ${name}`);
  return { ...values, ...Object.fromEntries([...tablesOf(lambda).keys()].map((variable) => [variable, 'a-table'])) };
}

/** The ratio of our bundles' load to plain ones, for some of the Lambdas. */
export async function benchLoad(): Promise<void> {
  await bundleFunctions();
  const folder = await mkdtemp(join(tmpdir(), 'sfa-load-'));
  try {
    for (const [name, entry] of Object.entries(entries)) {
      const plain = join(folder, `${name}.cjs`);
      await bundledPlainly(entry, plain);
      const ours = join(bundleFolder, name, 'index.mjs');
      const environment = environmentOf(name);
      const [before, now] = [await loadOf(plain, environment), await loadOf(ours, environment)];
      const kilobytes = ((await readFile(ours)).length / 1024).toFixed(0);
      console.log(
        `load of ${name.padEnd(20)} ${now.toFixed(0).padStart(4)} ms of CPU, ${kilobytes} KB; bundled plainly ${before.toFixed(0)} ms; ratio ${(now / before).toFixed(2)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
