import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { tablesOf } from '../../functions/shared/aws/environment.ts';
import { browserScripts } from '../../infra/browser-script.ts';
import { bundleFolder, bundleFunctions } from '../../infra/bundle.ts';
import { entryFiles } from '../../infra/entry-files.ts';
import { lambdas } from '../../infra/lambdas.ts';
import { loadColumns, printBeside } from './last-run.ts';

const probe = join(import.meta.dirname, 'load-probe.mjs');
const runs = 8;

/** What a Lambda should load with at most, as a share of what it does when it is bundled plainly. */
const goal = 0.65;

/**
 * As esbuild does it when nothing is said: what CDK's NodejsFunction would deploy with the SDK bundled in. Fonts are bytes,
 * which their start decodes; the pages' own scripts have to be built in any case.
 */
const bundledPlainly = (entry: string, outfile: string): Promise<unknown> =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.woff2': 'binary' },
    // pdfkit asks where it lies when it is loaded, and CommonJS has no other word for it.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [browserScripts],
    logLevel: 'error',
  });

/** CPU milliseconds that a new Node process takes to load a file. */
async function loadOf(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const env = { ...process.env, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [probe, file], { env });
  return Number(stdout);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The medians of two files that are loaded in turn, so that whatever else the machine does meets both. */
async function loadsOf(
  files: readonly [string, string],
  environment: Readonly<Record<string, string>>,
): Promise<readonly [number, number]> {
  const taken: readonly [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    taken[0].push(await loadOf(files[0], environment));
    taken[1].push(await loadOf(files[1], environment));
  }
  return [median(taken[0]), median(taken[1])];
}

/** Values that the entries' schemas take; nothing is called with them. */
const values: Readonly<Record<string, string>> = {
  BASE_URL: 'https://example.org',
  LINK_KEY_ID: 'key',
  STATE_MACHINE_PREFIX: 'arn:aws:states:ap-northeast-2:000000000000:stateMachine:sfa-',
  CODES_AN_HOUR: '60',
  MAILS_A_SECOND: '14',
  STARTS_A_SECOND: '100',
  MAIL_FROM: 'academy@example.org',
  MAIL_REPLY_TO: 'academy@example.org',
  AWS_REGION: 'ap-northeast-2',
};

function environmentOf(name: string): Record<string, string> {
  const lambda = new Map(lambdas).get(name);
  if (!lambda) throw new Error(`there is no Lambda ${name}`);
  const others = Object.keys(lambda.environment.shape).map((variable) => [variable, 'a-value']);
  return {
    ...Object.fromEntries(others),
    ...values,
    ...Object.fromEntries([...tablesOf(lambda).keys()].map((variable) => [variable, 'a-table'])),
  };
}

/** The ratio of our bundles' load to plain ones, for every Lambda; the heaviest first. */
export async function benchLoad(): Promise<void> {
  await bundleFunctions();
  const folder = await mkdtemp(join(tmpdir(), 'sfa-load-'));
  try {
    const loads: { readonly name: string; readonly ratio: number; readonly line: string }[] = [];
    for (const [name, entry] of entryFiles()) {
      // Only a deployment calls what no capability brings.
      if (!lambdas.has(name)) continue;
      const plain = join(folder, `${name}.cjs`);
      await bundledPlainly(entry, plain);
      const ours = join(bundleFolder, name, 'index.mjs');
      const [before, now] = await loadsOf([plain, ours], environmentOf(name));
      const kilobytes = ((await readFile(ours)).length / 1024).toFixed(0);
      const line = `${now.toFixed(0).padStart(4)} ms of CPU, ${kilobytes} KB; bundled plainly ${before.toFixed(0)} ms`;
      loads.push({ name, ratio: now / before, line });
    }
    for (const { name, ratio, line } of loads.toSorted((a, b) => b.ratio - a.ratio)) {
      console.log(
        `load of ${name.padEnd(24)} ${line}; ratio ${ratio.toFixed(2)}${ratio > goal ? ' (above the goal)' : ''}`,
      );
    }
    const ratios = loads.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
    const reached = ratios.filter((ratio) => ratio <= goal).length;
    printBeside('load of all Lambdas, against plain bundling', loadColumns, {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores`,
      'median ratio': median(ratios).toFixed(2),
      'at most 0.65': String(reached),
      above: String(ratios.length - reached),
      highest: (ratios.at(-1) ?? Number.NaN).toFixed(2),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
