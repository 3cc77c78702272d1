import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleFolder } from '../../infra/bundle.ts';

const names = (await readdir(bundleFolder)).filter((name) => !name.includes('.'));
const codeOf = (name: string): Promise<string> => readFile(join(bundleFolder, name, 'index.mjs'), 'utf8');

it.each(names)('%s imports nothing, so that Node reads no export that nobody uses', async (name) => {
  const code = await codeOf(name);
  expect(code.match(/(?:^|[;}])\s*import\s*[{*\w"'][^;]{0,60}/gmu) ?? []).toEqual([]);
  // What esbuild leaves if a dependency requires a file that is not in the bundle.
  expect(code).not.toContain('Dynamic require of');
});

it.each(names)('%s looks for credentials in its environment and nowhere else', async (name) => {
  const code = await codeOf(name);
  expect(code).not.toContain('.aws/config');
  expect(code).not.toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI');
});
