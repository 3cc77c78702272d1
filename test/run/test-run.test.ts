import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../local/paths.ts';

it('a run takes its temporary directory away when it ends, and that of a run which was killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-of-runs-'));
  mkdirSync(join(folder, 'sfa-run-999999999-killed'));
  mkdirSync(join(folder, `sfa-run-${process.pid}-alive`));
  const module = JSON.stringify(join(root, 'test/run/test-run.ts'));
  const program = `
    const { beginRun, runFolder } = await import(${module});
    beginRun();
    const { mkdtempSync, rmSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    console.log(mkdtempSync(tmpdir() + '/left-'));
    rmSync(runFolder(), { recursive: true });`;
  const { SFA_RUN_FOLDER: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...env, TMPDIR: folder },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toContain(join(folder, 'sfa-run-'));
  expect(existsSync(stdout.trim())).toBe(false);
  expect(readdirSync(folder)).toEqual([`sfa-run-${process.pid}-alive`]);
  rmSync(folder, { recursive: true });
});
