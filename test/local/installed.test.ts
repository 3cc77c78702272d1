import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { faultOf, knownBinaries } from '../../local/node-binary.mjs';
import { root } from '../../local/paths.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), inBundle: z.boolean().optional(), version: z.string().optional() }),
  ),
});
const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

/** In the lock because their parent names them, and in no registry; why is in docs/adr/0014. */
const withoutHash = ['node_modules/lefthook-android-arm64'];

it('has a hash in the lock for every package that is downloaded', () => {
  const entries = Object.entries(lock.packages).filter(([path, { inBundle }]) => path !== '' && !inBundle);
  expect(entries.length).toBeGreaterThan(500);
  expect(entries.flatMap(([path, { integrity }]) => (integrity ? [] : [path]))).toEqual(withoutHash);
  expect(entries.flatMap(([, { integrity }]) => integrity ?? []).filter((hash) => !hash.startsWith('sha512-'))).toEqual(
    [],
  );
});

it('runs on the binary of Node that was tried', async () => {
  const platform = `${process.platform}-${process.arch}`;
  const binary = join(root, 'node_modules', 'node', 'bin', 'node');
  if (knownBinaries.has(platform)) expect(await faultOf(binary, platform)).toBeUndefined();
  expect(await faultOf(binary, 'plan9-mips')).toContain('no hash');
  expect(lock.packages['node_modules/node']?.version).toBe('24.21.0');
});

it('finds a binary that was changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-binary-'));
  const file = join(folder, 'node');
  writeFileSync(file, 'another');
  expect(await faultOf(file, 'linux-x64')).toContain('instead of');
  rmSync(folder, { recursive: true });
});
