import { build, type Plugin } from 'esbuild';
import { builtinsOnDemand } from './builtins-on-demand.ts';

/** Packages that few invocations need, with what is imported of them. */
export const namesOf: Readonly<Record<string, readonly string[]>> = {
  // The public suffix list: 88 KB.
  'tldts-icann': ['parse'],
  'ical-generator': ['default', 'ICalAttendeeRole', 'ICalAttendeeStatus', 'ICalCalendarMethod', 'ICalEventStatus'],
  // Half of its 137 KB is a table of file types.
  'nodemailer/lib/mail-composer': ['default'],
  // With fontkit and its data: 650 KB, for papers alone.
  pdfkit: ['default'],
};

/** By how it is imported: what it exports is there at once, or functions that make the package when they are called. */
const kinds: Readonly<Record<string, string>> = {
  'import-statement': 'evaluated-late/functions',
  'dynamic-import': 'evaluated-late/values',
};

/** A package by itself, as text. */
async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${(namesOf[name] ?? []).join(', ')} } from '${name}';`,
      resolveDir: import.meta.dirname,
    },
    write: false,
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // pdfkit looks for its own fonts and profile beside itself, which no paper of ours has.
    define: { 'import.meta.url': '"file:///nowhere/"' },
    plugins: [builtinsOnDemand],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Carries a package as text, which is compiled and evaluated when it is first used: to compile code takes as long as to
 * evaluate it, and Node reads a text twenty times as fast as code. Code imports the package as it would anyway; what is
 * not listed above cannot be imported from it, and the build says so.
 */
export const evaluatedLate: Plugin = {
  name: 'evaluated-late',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(namesOf).join('|')})$`) }, ({ path, kind }) => {
      const namespace = kinds[kind];
      return namespace === undefined ? undefined : { path, namespace, sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'evaluated-late/functions' }, async ({ path }) => ({
      resolveDir: import.meta.dirname,
      contents: [
        await made(path),
        ...(namesOf[path] ?? []).map((name) => `export const ${name} = (...given) => made().${name}(...given);`),
      ].join('\n'),
    }));
    onLoad({ filter: /.*/, namespace: 'evaluated-late/values' }, async ({ path }) => ({
      resolveDir: import.meta.dirname,
      contents: [
        await made(path),
        ...(namesOf[path] ?? []).map((name) =>
          name === 'default' ? 'export default made().default;' : `export const ${name} = made().${name};`,
        ),
      ].join('\n'),
    }));
  },
};

/** Code with a function `made` that has what the package exports. */
const made = async (name: string): Promise<string> => `

let exported;
const made = () => {
  if (exported) return exported;
  const module = { exports: {} };
  process.getBuiltinModule('node:vm').compileFunction(${JSON.stringify(await bundled(name))}, ['module', 'exports'], { filename: '${name}' })(module, module.exports);
  exported = module.exports;
  return exported;
};`;
