import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const asked =
  "if(typeof require !== 'undefined' && typeof module !== 'undefined' && typeof DO_NOT_EXPORT_CFB === 'undefined')";

/** `cfb` exports itself if there is a `require`, for which esbuild would put one into the bundle: there is none in a module. */
export const cfbExports: Plugin = {
  name: 'cfb-exports',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]cfb[\\/]cfb\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes(asked)) throw new Error(`${path} exports itself in another way now: infra/cfb-exports.ts`);
      return { contents: code.replace(asked, '') };
    });
  },
};
