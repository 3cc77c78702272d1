import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';
import { filesWithBudgets } from '../budgets.ts';
import { cloudFiles, listedFiles, touchedCloudFiles } from './touched.ts';

describe('the files on the cloud that have to do with a change', () => {
  it('are all named for some change, and none is named that is not there', () => {
    expect(listedFiles().sort()).toEqual(cloudFiles());
  });

  it.each(readdirSync(join(root, 'functions')))('are some for functions/%s', (capability) => {
    expect(touchedCloudFiles([`functions/${capability}/pages/a.tsx`, `functions/${capability}/b.ts`])).not.toEqual([]);
  });

  it.each(readdirSync(join(root, 'workflows')))('are some for workflows/%s', (machine) => {
    expect(touchedCloudFiles([`workflows/${machine}/definition.ts`])).not.toEqual([]);
  });

  it('are the changed ones themselves, and those that import what changed in test/support', () => {
    expect(touchedCloudFiles(['test/ops/reviewer.test.ts'])).toEqual(['test/ops/reviewer.test.ts']);
    expect(touchedCloudFiles(['test/support/smtp-sink.ts'])).toContain('test/workflows/restarts.test.ts');
    expect(touchedCloudFiles(['test/support/eventually.ts'])).toHaveLength(1);
  });

  it('are none for words', () => {
    expect(touchedCloudFiles(['README.md', 'docs/runbook.md'])).toEqual([]);
  });

  it('are all there that declare what they use', () => {
    expect(filesWithBudgets.filter((file) => !existsSync(join(root, 'test', file)))).toEqual([]);
  });
});
