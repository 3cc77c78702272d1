import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const namespace = 'node-builtin';

/**
 * Node's own modules by `process.getBuiltinModule`, whether a dependency imports or requires them. An `import` of one
 * makes Node read every export of it, and those of `http` load its whole fetch: a third of what a Lambda's start costs.
 * What is imported and not used is left out.
 * https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export const builtinsOnDemand: Plugin = {
  name: 'builtins-on-demand',
  setup: ({ onResolve, onLoad }) => {
    const names = builtinModules.filter((name) => !name.startsWith('node:')).join('|');
    // esbuild takes these as expressions of Go, which know no flag `u`.
    onResolve({ filter: new RegExp(`^(?:node:.*|${names})$`) }, ({ path }) => ({
      path: path.replace(/^node:/u, ''),
      namespace,
      sideEffects: false,
    }));
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }));
  },
};
