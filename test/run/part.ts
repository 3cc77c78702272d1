import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { root } from '../../local/paths.ts';
import { filesNamed, isPart, parts } from './select.ts';

/**
 * `npm run test:workflows -- intake -t "a title"`: one part of the tests. Names narrow it to the files that begin with
 * them; what begins with a hyphen, and all after it, is for Vitest.
 */
const [part = '', ...words] = process.argv.slice(2);
if (!isPart(part)) throw new Error(`${part} is none of ${Object.keys(parts).join(', ')}`);
const { project, folders } = parts[part];

const options = words.findIndex((word) => word.startsWith('-'));
const names = options === -1 ? words : words.slice(0, options);
const files = globSync(
  folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
  { cwd: root },
).sort();
if (files.length === 0) {
  console.error(`There are no tests in ${folders.join(', ')} yet.`);
  process.exit(1);
}

try {
  const narrowed = names.length === 0 ? folders.map((folder) => `${folder}/`) : filesNamed(files, names);
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, ...narrowed, ...(options === -1 ? [] : words.slice(options))],
    // Who runs single files does so again and again: the deployed cloud is kept for the next call.
    { cwd: root, stdio: 'inherit', env: { SFA_KEEP_CLOUD: project === 'cloud' ? '1' : '0', ...process.env } },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
