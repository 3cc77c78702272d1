import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { moreFontNames } from '../functions/shared/pdf/more-fonts.ts';
import { browserScripts } from './browser-script.ts';
import { builtinsOnDemand } from './builtins-on-demand.ts';
import { cfbExports } from './cfb-exports.ts';
import { entryFiles } from './entry-files.ts';
import { evaluatedLate } from './evaluated-late.ts';
import { moreFontFile, pretendardFiles } from './font-files.ts';
import { leftOut } from './left-out.ts';
import { schemasWhenUsed } from './schemas-when-used.ts';

export const bundleFolder = join(import.meta.dirname, '..', 'dist', 'functions');

const fontsOfPapers = [...Object.values(pretendardFiles), ...moreFontNames.map(moreFontFile)];

/** Files that lie beside a function's code, by the function: only what it cannot have in its code. */
const filesBeside: Readonly<Record<string, readonly string[]>> = {
  'agreements-pages': fontsOfPapers,
  'letters-pdf': fontsOfPapers,
  'onboarding-tasks': fontsOfPapers,
  'residency-events-tasks': fontsOfPapers,
  'statements-pages': fontsOfPapers,
};

/**
 * One esbuild run for all entries, before any stack is made. The AWS SDK is bundled in: the version is ours, and
 * `mainFields: ['module', 'main']` nearly halves its load time. Credentials come from the environment, where Lambda
 * puts them: the SDK's chain of ten other sources is left out.
 * Source maps lie beside the code and are deployed if faults are shown.
 * Only what differs is written, and at once: another deployment may be reading.
 */
export async function bundleFunctions(): Promise<void> {
  const entries = entryFiles();
  const { outputFiles } = await build({
    entryPoints: [...entries].map(([name, file]) => ({ in: file, out: join(name, 'index') })),
    outdir: bundleFolder,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    // Absolute, for a function's code is unpacked anywhere.
    sourceRoot: `${pathToFileURL(join(bundleFolder, 'any')).href}/`,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text', '.woff2': 'base64' },
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../functions/shared/aws/lambda-credentials.ts'),
    },
    plugins: [browserScripts, cfbExports, builtinsOnDemand, evaluatedLate, leftOut, schemasWhenUsed],
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(({ path, contents }) => replace(path, contents)));
  for (const [name, beside] of Object.entries(filesBeside)) {
    for (const file of beside) await replace(join(bundleFolder, name, basename(file)), await readFile(file));
  }
  const present = await readdir(bundleFolder);
  const stale = present.filter((name) => !name.includes('.') && !entries.has(name));
  await Promise.all(stale.map((name) => rm(join(bundleFolder, name), { recursive: true, force: true })));
}

async function replace(path: string, contents: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  // Beside the folder and not in it: what is in it is the function.
  const draft = `${dirname(path)}.${basename(path)}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}
