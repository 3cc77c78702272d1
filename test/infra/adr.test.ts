import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../local/paths.ts';

const folder = join(root, 'docs/adr');
const files = readdirSync(folder);

it.each(files)('the decision record %s begins with its decision, under its number', (file) => {
  const [title = '', gap, decision = ''] = readFileSync(join(folder, file), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}[.] \\S`, 'u'));
  expect(gap).toBe('');
  expect(decision).toMatch(/^\*\*Decision:\*\* \S.*[.]$/u);
});
