import type { Plugin } from 'esbuild';

/** Packages whose module takes milliseconds to evaluate, with the functions of them that are called: by few invocations. */
const functionsOf: Readonly<Record<string, readonly string[]>> = {
  // The public suffix list: 5 ms.
  'tldts-icann': ['parse'],
};

const namespace = 'evaluated-late';

/**
 * Makes a package's module at the first call of one of its functions and not at the start of every Lambda that might
 * call it: esbuild evaluates what is required when it is required. Code imports the package as it would anyway; what is
 * not listed above cannot be imported from it, and the build says so.
 */
export const evaluatedLate: Plugin = {
  name: namespace,
  setup: ({ onResolve, onLoad }) => {
    const names = Object.keys(functionsOf).join('|');
    onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace, sideEffects: false } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      resolveDir: import.meta.dirname,
      contents: (functionsOf[path] ?? [])
        .map((name) => `export const ${name} = (...given) => require('${path}').${name}(...given);`)
        .join('\n'),
    }));
  },
};
