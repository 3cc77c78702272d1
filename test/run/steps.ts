import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../../local/paths.ts';
import { cpuSeconds } from './cpu.ts';
import { comparable, slownessOf } from './machine-speed.ts';
import { touchedUnits } from './touched-units.ts';

/** What Vitest told of its run (test/run/suite-report.ts), one line each. */
const toldSchema = z.object({
  passed: z.int(),
  failed: z.int(),
  cpuSeconds: z.number(),
  /** What a fixed piece of work took, each time it was done. */
  work: z.array(z.number()),
});

export interface Done {
  readonly passed: number;
  readonly failed: number;
  /** The commands that failed. */
  readonly failedSteps: readonly string[];
  readonly cpuSeconds: number;
  /** How many times more of them the same work takes here than where the budgets were measured. */
  readonly slowness: number;
  readonly seconds: number;
}

/** A command with its arguments, under the name that the summary gives it. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

export const npmScript = (name: string): Step => ({
  name: `npm run ${name}`,
  command: ['npm', 'run', '--silent', name],
});

/** Before the clouds, each of which would do the same. */
export const synthesized: Step = { name: 'the app, synthesized', command: ['node', 'test/support/assembly.ts'] };

/** The units that have to do with what changed, if there are any. */
export function changedUnits(changed: readonly string[]): readonly Step[] {
  const files = touchedUnits(changed);
  if (files.length === 0) return [];
  return [{ name: 'the units of what changed', command: ['vitest', 'run', '--project', 'unit', ...files] }];
}

/** Where a change has to do with the findings in every file. */
const ofAllFiles = /^(?:biome\.json|\.oxlintrc\.json|lint\/|package-lock\.json)/u;

/**
 * Types, and what linting finds in the files that changed; what is unused and who imports whom, which only the whole
 * can tell, of all. Less than half of what `test:types` and `test:lint` take.
 */
export function quickChecks(changed: readonly string[]): readonly Step[] {
  const there = changed.filter((file) => existsSync(join(root, file)));
  const files = changed.some((file) => ofAllFiles.test(file)) ? ['.'] : there;
  const code = files.filter((file) => /^\.$|\.(?:m?[jt]s|tsx)$/u.test(file));
  const types = ['--noEmit', '--incremental', '--tsBuildInfoFile', '.local/types.tsbuildinfo'];
  const biome = ['check', '--error-on-warnings', '--no-errors-on-unmatched', '--files-ignore-unknown=true', ...files];
  return [
    { name: 'types', command: ['tsc', ...types] },
    { name: 'types of the script', command: ['tsc', '--noEmit', '-p', 'functions/assets/script'] },
    ...(files.length > 0 ? [{ name: 'biome', command: ['biome', ...biome] } as const] : []),
    ...(code.length > 0 ? [{ name: 'oxlint', command: ['oxlint', '--deny-warnings', ...code] } as const] : []),
    { name: 'knip', command: ['knip', '--no-progress', '--cache', '--cache-location', '.local/knip'] },
    npmScript('test:imports'),
  ];
}

/** Steps that run one after the other, until one fails. */
type Lane = readonly Step[];

/**
 * Runs steps group by group until one fails. The steps and lanes of a group run beside each other: the first speaks at
 * once, and what each of the others says is printed as a whole after it, in their order.
 */
export async function runSteps(
  groups: readonly (readonly (Step | Lane)[])[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Done> {
  // By its name the next run finds it if this one is killed (test-run.ts).
  const folder = mkdtempSync(join(tmpdir(), `sfa-run-${process.pid}-`));
  const counts = join(folder, 'counts');
  writeFileSync(counts, '');
  const env = { ...process.env, ...environment, SFA_COUNTS: counts };
  const begun = performance.now();
  const failedSteps: string[] = [];
  const told = () =>
    readFileSync(counts, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => toldSchema.parse(JSON.parse(line)));
  let cpu = 0;
  try {
    for (const group of groups) {
      if (failedSteps.length > 0) break;
      const before = { own: await cpuSeconds(), told: told().length };
      failedSteps.push(...(await runGroup(group, env)));
      const own = (await cpuSeconds()) - before.own;
      const ofTests = told().slice(before.told);
      // A cloud outlives its worker for a moment, so that it is not among the children which have ended.
      cpu += Math.max(
        own,
        ofTests.reduce((sum, { cpuSeconds: some }) => sum + some, 0),
      );
    }
    const all = told();
    return {
      passed: all.reduce((sum, { passed }) => sum + passed, 0),
      failed: all.reduce((sum, { failed }) => sum + failed, 0),
      failedSteps,
      cpuSeconds: cpu,
      slowness: slownessOf(all.flatMap(({ work }) => work)),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Gives the names of those that failed. */
async function runGroup(group: readonly (Step | Lane)[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const lanes = group.map((member) => ('name' in member ? [member] : member));
  const failed: string[] = [];
  const runs = lanes.map(async (lane, index) => {
    const said: string[] = [];
    for (const step of lane) {
      const { code, text } = await runStep(step, env, index === 0);
      said.push(text);
      if (code === 0) continue;
      failed.push(step.name);
      break;
    }
    return said.join('');
  });
  for (const run of runs) process.stdout.write(await run);
  return lanes.flat().flatMap(({ name }) => (failed.includes(name) ? [name] : []));
}

async function runStep(
  { name, command: [command, ...args] }: Step,
  env: NodeJS.ProcessEnv,
  aloud: boolean,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const begun = performance.now();
  const child = spawn(command, args, { cwd: root, env, stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const took = `${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s${code === 0 ? '' : ', failed'}`;
  if (aloud) console.log(took);
  return { code, text: aloud ? '' : `${said.join('')}${took}\n` };
}

/** The last line of every command that runs tests. */
export function conclude({ passed, failed, failedSteps, cpuSeconds: cpu, slowness, seconds }: Done): void {
  const minutes = seconds < 120 ? `${seconds.toFixed(0)} seconds` : `${(seconds / 60).toFixed(1)} minutes`;
  console.log(`in all ${comparable(cpu, slowness)} in ${minutes}`);
  for (const name of failedSteps) console.error(`${name} failed.`);
  console.log(`${passed} passed, ${failedSteps.length > 0 ? Math.max(failed, 1) : failed} failed`);
  process.exitCode = failedSteps.length > 0 ? 1 : 0;
}
