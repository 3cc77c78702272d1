import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const kit = join(import.meta.dirname, '../functions/shared/schemas-when-used.ts');

/** Gives our own code, but for the kit itself, the zod whose schemas are made when something is first read by them. */
export const schemasWhenUsed: Plugin = {
  name: 'schemas-when-used',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^zod$/ }, ({ importer }) => (importer === kit ? undefined : { path: kit }));
  },
};
