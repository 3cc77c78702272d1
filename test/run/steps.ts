import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../../local/paths.ts';
import { cpuSeconds } from './cpu.ts';

/** What Vitest told of its run (test/run/suite-report.ts), one line each. */
const toldSchema = z.object({ passed: z.int(), failed: z.int(), cpuSeconds: z.number() });

export interface Done {
  readonly passed: number;
  readonly failed: number;
  /** The commands that failed. */
  readonly failedSteps: readonly string[];
  readonly cpuSeconds: number;
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

/** What of the units has to do with what changed since a commit, by the imports. */
export const changedUnits = (since: string): Step => ({
  name: 'the units of what changed',
  command: ['vitest', 'run', '--project', 'unit', '--changed', since, '--passWithNoTests'],
});

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
    ...(files.length > 0 ? [{ name: 'biome', command: ['biome', ...biome] } as const] : []),
    ...(code.length > 0 ? [{ name: 'oxlint', command: ['oxlint', '--deny-warnings', ...code] } as const] : []),
    { name: 'knip', command: ['knip', '--no-progress'] },
    npmScript('test:imports'),
  ];
}

/**
 * Runs steps group by group until one fails. The steps of a group run beside each other; what each says is printed as a
 * whole, in their order, except that a step alone in its group speaks at once.
 */
export async function runSteps(
  groups: readonly (readonly Step[])[],
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
      const codes = await runGroup(group, env);
      failedSteps.push(...group.filter((_, index) => codes[index] !== 0).map(({ name }) => name));
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
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runGroup(group: readonly Step[], env: NodeJS.ProcessEnv): Promise<(number | null)[]> {
  const alone = group.length === 1;
  const runs = group.map(async ({ name, command: [command, ...args] }) => {
    const begun = performance.now();
    const child = spawn(command, args, { cwd: root, env, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
    }
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const took = `${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s${code === 0 ? '' : ', failed'}`;
    return { code, said: said.join(''), took };
  });
  const codes: (number | null)[] = [];
  for (const run of runs) {
    const { code, said, took } = await run;
    process.stdout.write(said);
    console.log(took);
    codes.push(code);
  }
  return codes;
}

/** The last line of every command that runs tests. */
export function conclude({ passed, failed, failedSteps, cpuSeconds: cpu, seconds }: Done): void {
  const minutes = seconds < 120 ? `${seconds.toFixed(0)} seconds` : `${(seconds / 60).toFixed(1)} minutes`;
  console.log(`in all ${cpu.toFixed(0)} CPU seconds in ${minutes}`);
  for (const name of failedSteps) console.error(`${name} failed.`);
  console.log(`${passed} passed, ${failedSteps.length > 0 ? Math.max(failed, 1) : failed} failed`);
  process.exitCode = failedSteps.length > 0 ? 1 : 0;
}
