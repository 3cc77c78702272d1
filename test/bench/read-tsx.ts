import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

/* What Node does not read by itself, as the bundles have it: pages and mails in TSX, and style sheets as text. */

registerHooks({
  load(url, context, next) {
    if (!/\.(?:tsx|css)$/u.test(url)) return next(url, context);
    const text = readFileSync(fileURLToPath(url), 'utf8');
    const source = url.endsWith('.css')
      ? `export default ${JSON.stringify(text)};`
      : transformSync(text, { loader: 'tsx', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact' }).code;
    return { format: 'module', source, shortCircuit: true };
  },
});
