import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { root } from '../local/paths.ts';
import { requirePort } from '../local/ports.ts';
import { explain } from '../local/problem.ts';

/*
 * `npm run preview:mails`: every mail with sample data, in both languages, as pages. Made anew from the sources at each
 * look, so that a change of words or look is seen by reloading.
 */

/** Bundled code lies elsewhere than its source, which reads files beside itself. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

const bundle = join(root, 'dist', 'preview-mails', 'index.mjs');

async function pages(): Promise<(path: string) => string | undefined> {
  await build({
    entryPoints: [join(root, 'test/support/mail-previews/mail-preview-pages.tsx')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.woff2': 'base64' },
    plugins: [placesOfSources],
    logLevel: 'warning',
  });
  const made: { readonly previewPages: () => Promise<(path: string) => string | undefined> } = await import(
    `${pathToFileURL(bundle).href}?at=${performance.now()}`
  );
  return made.previewPages();
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '8026' } } });
const port = Number(values.port);
let last: Promise<(path: string) => string | undefined> | undefined;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  // The mail in its frame is of the same moment as the page around it.
  if (!last || !pathname.endsWith('.html')) last = pages();
  last.then(
    (page) => {
      const html = page(pathname);
      response
        .writeHead(html === undefined ? 404 : 200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
        })
        .end(html ?? 'There is no such mail.');
    },
    (error: unknown) => {
      console.error(explain(error));
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(explain(error));
    },
  );
});

try {
  await requirePort(port, 'the preview of mails');
  server.listen(port, '127.0.0.1', () => console.log(`Mails    http://localhost:${port}      Ctrl-C ends it.`));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
