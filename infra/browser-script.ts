import { build, type Plugin } from 'esbuild';

/** Which browsers can read it: what they lack is written in what they have. Regular expressions are not. */
const target = ['es2020', 'chrome91', 'firefox90', 'safari15'];

/** A script of our pages as browsers get it: one file that runs by itself. */
export async function browserScript(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    charset: 'utf8',
    target,
    logLevel: 'warning',
  });
  return outputFiles.map(({ text }) => text).join('');
}

export const asksForScript = /[?]script$/;

/** `import script from './main.ts?script'` is the text of the built script. */
export const browserScripts: Plugin = {
  name: 'browser-scripts',
  setup: ({ onResolve, onLoad, resolve }) => {
    onResolve({ filter: asksForScript }, async ({ path, resolveDir }) => {
      const found = await resolve(path.replace(asksForScript, ''), { resolveDir, kind: 'import-statement' });
      return { ...found, namespace: 'browser-script' };
    });
    onLoad({ filter: /.*/, namespace: 'browser-script' }, async ({ path }) => ({
      contents: await browserScript(path),
      loader: 'text',
    }));
  },
};
