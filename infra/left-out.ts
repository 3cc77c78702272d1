import type { Plugin } from 'esbuild';

/**
 * What the AWS clients import only when it is used, and no service that we call uses. As long as it is in the bundle,
 * all that it shares with the clients (most of `@smithy/core`) is kept whole and evaluated at each start, since esbuild
 * cannot shake what an `import()` may reach.
 */
const modules: readonly string[] = ['@smithy/core/event-streams'];

const namespace = 'left-out';

export const leftOut: Plugin = {
  name: namespace,
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(?:${modules.join('|')})$`) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is left out of the bundles: infra/left-out.ts`)});`,
    }));
  },
};
