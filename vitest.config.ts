import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { budgetOf } from './test/budgets.ts';
import { clouds } from './test/run/test-run.ts';
import { textLoader } from './test/support/text-loader.ts';

/**
 * The files that take longest come first, so that the workers end at about the same time: a worker that is done takes
 * the next file. By their last run on this machine, but never as shorter than they are declared; then by their paths.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const timed = files.map((file) => {
      const last = this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
      const declared = budgetOf(file.moduleId.slice(root.length + 1)).seconds * 1000;
      return { file, group: file.project.config.sequence.groupOrder, duration: Math.max(last, declared) };
    });
    return timed
      .sort((a, b) => a.group - b.group || b.duration - a.duration || (a.file.moduleId < b.file.moduleId ? -1 : 1))
      .map(({ file }) => file);
  }
}

const shared = {
  plugins: [textLoader()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

const globalSetup = ['test/run/begin-run.ts'];
const withAssembly = [...globalSetup, 'test/support/assembly.ts'];

/** Half a worker's collections are of what a test has just made; with more room for it they are few. */
const execArgv = ['--max-semi-space-size=64'];

/** The tests of a group run when those of the one before have ended. */
const group = (groupOrder: number) => ({ sequence: { groupOrder } });

// A limit ends what hangs; it is no measure of speed, so that a slow machine stays far below it.
export default defineConfig({
  test: {
    // The commands of `npm test` read many of the same modules, each in a Vitest of its own.
    fsModuleCache: true,
    reporters: ['default', './test/run/suite-report.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            'test/functions/**/*.test.{ts,tsx}',
            'test/local/**/*.test.ts',
            'test/{run,support,bench}/**/*.test.ts',
          ],
          globalSetup,
          setupFiles: ['test/run/measure-each-unit.ts'],
          pool: 'forks',
          execArgv,
          // Vitest leaves one core alone otherwise.
          maxWorkers: '100%',
          // Reading the app anew for each file takes longer than most tests; none of them changes a module.
          isolate: false,
          testTimeout: 180_000,
          ...group(0),
        },
      },
      {
        ...shared,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          globalSetup: [...globalSetup, 'test/support/bundle.ts'],
          setupFiles: ['test/run/measure-each-unit.ts'],
          pool: 'forks',
          execArgv,
          // One worker for all files: reading the CDK takes longer than the tests.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          ...group(1),
        },
      },
      {
        ...shared,
        test: {
          name: 'cloud',
          include: ['test/{workflows,e2e,ops,browser}/**/*.test.ts'],
          globalSetup: withAssembly,
          // The second ends a file before the first measures what it cost.
          setupFiles: ['test/run/measure-each-file.ts', 'test/support/put-away-each-file.ts'],
          // The files that a worker runs share its local cloud, and the gate in front of it.
          pool: 'forks',
          execArgv,
          maxWorkers: clouds,
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          ...group(2),
        },
      },
      {
        ...shared,
        test: {
          // Looks back over the records of all clouds.
          name: 'afterwards',
          include: ['test/afterwards/**/*.test.ts'],
          globalSetup,
          maxWorkers: 1,
          testTimeout: 180_000,
          ...group(3),
        },
      },
      ...['round', 'soak', 'record'].map((name, index) => ({
        ...shared,
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          globalSetup: withAssembly,
          setupFiles: ['test/run/measure-each-file.ts', 'test/support/put-away-each-file.ts'],
          // One file after the other: each takes the machine to itself.
          pool: 'forks' as const,
          execArgv,
          maxWorkers: 1,
          isolate: false,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          ...group(4 + index),
        },
      })),
    ],
  },
});
