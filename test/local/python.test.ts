import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { preparePython } from '../../local/python.ts';

/** A `python` that says it is of this version; what it does with `-m venv` and pip is shell. */
function fakePython(version: string, venv = 'exit 0', pip = 'exit 0') {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-python-'));
  const python = join(folder, 'python3');
  const pipFile = `#!/bin/sh\n${pip}\n`;
  writeFileSync(join(folder, 'pip'), pipFile);
  writeFileSync(
    python,
    `#!/bin/sh
case "$*" in
  *version_info*) echo "${version}" ;;
  *venv*) ${venv}; mkdir -p "$3/bin"; cp "${join(folder, 'pip')}" "$3/bin/python"; chmod +x "$3/bin/python" ;;
esac
`,
  );
  chmodSync(python, 0o755);
  return { candidates: [python], venv: join(folder, '.venv') };
}

it('says what to install if there is no Python', async () => {
  await expect(preparePython({ candidates: ['/nowhere/python3'], venv: '/nowhere/.venv' })).rejects.toThrow(
    /^Python was not found: the local cloud needs Python 3\.10 or newer.*install it and try again\.$/,
  );
});

it('says which version is too old', async () => {
  await expect(preparePython(fakePython('3 8 18'))).rejects.toThrow(/^Python is too old \(.* is 3\.8\.18\)/);
});

it('says how to get the venv module', async () => {
  const python = fakePython('3 12 1', 'echo "ensurepip is not available" >&2; exit 1');
  await expect(preparePython(python)).rejects.toThrow(/without the "venv" module.*python3-venv/);
});

it('says that it needs the network once', async () => {
  const pip = 'echo "Max retries exceeded: Temporary failure in name resolution" >&2; exit 1';
  await expect(preparePython(fakePython('3 11 7', 'true', pip))).rejects.toThrow(
    /could not be downloaded: connect to the network/,
  );
});

it('says that a package is not the one whose hash is pinned', async () => {
  const pip = 'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." >&2; exit 1';
  await expect(preparePython(fakePython('3 11 7', 'true', pip))).rejects.toThrow(
    /does not have the hash in local\/requirements\.txt/,
  );
});

it('installs once, and finds it ready the next time', async () => {
  const python = fakePython('3 11 7', 'true', `echo "$*" >> "$(dirname "$0")/../calls"`);
  const first = await preparePython(python);
  expect(await preparePython({ ...python, candidates: [] })).toBe(first);
});

it('is made once by two that begin at the same moment, with nothing left beside it', async () => {
  const python = fakePython('3 11 7', 'true', 'sleep 0.5');
  const [one, other] = await Promise.all([preparePython(python), preparePython(python)]);
  expect(one).toBe(other);
  expect(await preparePython({ ...python, candidates: [] })).toBe(one);
  expect(readdirSync(dirname(python.venv)).sort()).toEqual(['.venv', 'pip', 'python3']);
});
