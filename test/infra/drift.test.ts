import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generated } from '../../infra/generate.ts';
import { root } from '../../local/paths.ts';

describe('a file that is generated', async () => {
  it.each([...(await generated())])('%s is what `npm run generate` makes of the code', (path, content) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content);
  });
});
