import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generated } from '../../infra/generate.ts';
import { root } from '../../local/paths.ts';

const files = await generated();

describe('a file that is generated', () => {
  it.each([...files])('%s is what `npm run generate` makes of the code', (path, content) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content);
  });
});
