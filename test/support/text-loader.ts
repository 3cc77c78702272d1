import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import { asksForScript, browserScript } from '../../infra/browser-script.ts';

const mark = '\0as-bundled:';

/** Style sheets and scripts as text and fonts in base64, as the bundle of the Lambdas has them. */
export const textLoader = (): Plugin => ({
  name: 'as-bundled',
  enforce: 'pre',
  // What these are made of lies in other files, which a kept one does not look at.
  configureVitest: ({ defineCacheKeyGenerator }) =>
    defineCacheKeyGenerator(({ id }) => (id.startsWith(mark) ? false : undefined)),
  resolveId(source, importer) {
    if (!/\.(?:css|woff2)$|[?]script$/.test(source) || !importer) return undefined;
    const path = source.startsWith('.') ? resolve(dirname(importer), source) : createRequire(importer).resolve(source);
    return `${mark}${path}.js`;
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined;
    const path = id.slice(mark.length, -'.js'.length);
    if (asksForScript.test(path)) {
      return `export default ${JSON.stringify(await browserScript(path.replace(asksForScript, '')))};`;
    }
    if (path.endsWith('.css')) return `export default ${JSON.stringify(readFileSync(path, 'utf8'))};`;
    return `import { readFileSync } from 'node:fs'; export default readFileSync(${JSON.stringify(path)}, 'base64');`;
  },
});
