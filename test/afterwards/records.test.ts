import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';
import { readCosts, readRecords } from '../run/file-costs.ts';
import { clouds, runFolder } from '../run/test-run.ts';

describe('what the other checks here look back on', () => {
  const records = readRecords(runFolder());
  const costs = readCosts(runFolder());

  it('has a record of every cloud that a test ran on, with permissions and executions', () => {
    expect(records.length).toBeGreaterThan(0);
    if (process.env.SFA_WHOLE === '1') expect(records).toHaveLength(clouds);
    for (const { recording, reached } of records) {
      expect(recording).not.toEqual([]);
      expect(Object.values(reached).reduce((sum, { executions }) => sum + executions, 0)).toBeGreaterThan(0);
    }
  });

  it.runIf(process.env.SFA_WHOLE === '1')('has the end of every file that runs on a cloud', () => {
    // Pictures are made if they are asked for.
    const files = globSync('test/{workflows,e2e,ops,browser}/**/*.test.ts', { cwd: root })
      .map((file) => join(file))
      .filter((file) => file !== join('test/browser/screenshots.test.ts'));
    expect(files.sort()).toEqual(costs.map(({ file }) => file).sort());
  });
});
