import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../local/paths.ts';

/** Dates are put together otherwise in each language, and a header is read into one. */
const allowed = ['shared/i18n.ts', 'shared/time.ts'];

it('a text has its languages side by side: no page and no mail asks which language it is in', () => {
  const files = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' });
  const asking = files
    .filter((file) => /[.]tsx?$/u.test(file) && !allowed.includes(file))
    .filter((file) => /[=!]== '(?:ko|en)'/u.test(readFileSync(join(root, 'functions', file), 'utf8')));
  expect(asking).toEqual([]);
});
