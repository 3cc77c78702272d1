import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';
import { record } from '../support/templates.ts';

/** What the linter, with the settings of this app, says of one file at this path. */
function lint(path: string, code: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-lint-'));
  try {
    const settings = record.parse(JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, $schema: undefined, vcs: undefined }));
    cpSync(join(root, 'lint'), join(folder, 'lint'), { recursive: true });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    const biome = join(root, 'node_modules/.bin/biome');
    const { status, stdout, stderr } = spawnSync(biome, ['lint', path], { cwd: folder, encoding: 'utf8' });
    return { status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the linter', () => {
  it.each([
    "export const f = () => {\n  throw new Error('the round is gone');\n};\n",
    "export const f = () => Promise.reject(new TypeError('no'));\n",
    "export const f = (cause: unknown) => new Error('no', { cause });\n",
    "export const f = () => Error('no');\n",
    'export const f = () => new RangeError();\n',
  ])('refuses an error without a code in functions/: %j', (code) => {
    const { status, output } = lint('functions/seats/planted.ts', code);
    expect(output).toContain('Throw a Fault with a code of its own');
    expect(status).toBe(1);
  });

  it.each([
    ['functions/seats/fault.ts', "export const f = () => {\n  throw new Fault('RoundMissing');\n};\n"],
    ['functions/shared/classes.ts', 'export class Refused extends Error {}\nexport const f = () => new Refused();\n'],
    ['functions/seats/found.ts', 'export const f = (error: unknown) => error instanceof Error;\n'],
    ['local/problem.ts', "export const f = () => {\n  throw new Error('no such port');\n};\n"],
  ])('lets pass what has a code, and what is in no Lambda: %s', (path, code) => {
    expect(lint(path, code)).toMatchObject({ status: 0 });
  });
});
