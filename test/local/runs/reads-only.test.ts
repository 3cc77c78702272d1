import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../local/paths.ts';

it('the page of runs only reads: no call of AWS that it makes changes anything', () => {
  const files = globSync(['local/runs/*.ts', 'local/console.ts', 'ops/runs/*.ts'], { cwd: root });
  const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const calls = new Set(source.match(/\b(?:paginate[A-Z]|[A-Z])\w+(?<=Command|paginate\w+)\b/gu));
  expect(calls.size).toBeGreaterThan(3);
  for (const call of calls) expect(call).toMatch(/^(?:paginate)?(?:Describe|Get|List|Filter|Query|BatchGet)/u);
  expect(source).not.toMatch(/\bcommit\(|\.store\(/u);
});
