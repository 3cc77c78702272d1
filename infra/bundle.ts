import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const functionsFolder = join(import.meta.dirname, '..', 'functions');
export const bundleFolder = join(import.meta.dirname, '..', 'dist', 'functions');

/** `functions/applications/pages.lambda.tsx` is the Lambda `applications-pages`. */
const nameOf = (file: string): string => `${basename(dirname(file))}-${basename(file).replace(/\.lambda\.tsx?$/u, '')}`;

/**
 * One esbuild run for all entries, before any stack is made. The AWS SDK is bundled in: the version is ours, and
 * `mainFields: ['module', 'main']` nearly halves its load time. The banner serves dependencies that are CommonJS.
 */
export async function bundleFunctions(): Promise<void> {
  const files = await readdir(functionsFolder, { recursive: true });
  const entries = files.filter((file) => /\.lambda\.tsx?$/u.test(file)).sort();
  await rm(bundleFolder, { recursive: true, force: true });
  await build({
    entryPoints: entries.map((file) => ({ in: join(functionsFolder, file), out: join(nameOf(file), 'index') })),
    outdir: bundleFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.woff2': 'binary' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
