import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { textLoader } from './test/support/text-loader.ts';

/** Files in the order of their paths; what looks back over all the others comes last. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): string =>
      `${moduleId.includes('/test/afterwards/') ? 1 : 0}${moduleId}`;
    return [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }
}

const shared = {
  plugins: [textLoader()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

export default defineConfig({
  test: {
    reporters: process.env.SFA_COUNTS ? ['default', './test/support/counts.ts'] : ['default'],
    sequence: { sequencer: InOrder },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/functions/**/*.test.{ts,tsx}', 'test/local/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          globalSetup: 'test/support/bundle.ts',
          // One worker for all files: reading the CDK takes longer than the tests.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: { name: 'round', include: ['test/round/**/*.test.ts'], testTimeout: 900_000, hookTimeout: 300_000 },
      },
      {
        ...shared,
        test: {
          name: 'cloud',
          include: ['test/{workflows,e2e,ops,browser,afterwards}/**/*.test.ts'],
          setupFiles: 'test/support/each-file.ts',
          // One worker for all files: they share one local cloud, and the gate in front of it.
          pool: 'forks',
          maxWorkers: 1,
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
