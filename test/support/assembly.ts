import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import * as z from 'zod';
import { localDir, pathWithNode, root } from '../../local/paths.ts';
import { run } from '../../local/run.ts';
import { appSources, hashOf } from '../../local/sources.ts';
import { noteBundles } from './bundle.ts';

/* The stage `test`, synthesized once for all clouds: they differ by the address of their pages alone. */

/** In place of that address. */
const anyAddress = 'http://localhost:65000';
const kept = join(localDir, 'test-assembly');
/** Milliseconds after which nobody still makes, or copies, what others left. */
const hour = 3_600_000;

/** Synthesizes the app as its files are now, unless that was done before; gives the folder. */
export async function prepareAssembly(): Promise<string> {
  const sources = hashOf(appSources);
  const folder = join(kept, sources);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  // Made aside, so that nobody takes it half done.
  const aside = mkdtempSync(join(kept, 'aside-'));
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
  const { code, stdout, stderr } = await run(process.execPath, [join(root, 'infra', 'app.ts')], {
    cwd: root,
    environment: {
      PATH: pathWithNode(),
      HOME: process.env.HOME,
      CDK_OUTDIR: aside,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, stage: 'test', baseUrl: anyAddress }),
      CDK_DEFAULT_ACCOUNT: '000000000000',
      CDK_DEFAULT_REGION: 'ap-northeast-2',
      // Two thirds of it would be the rules of CloudFormation, which test/infra/nag.test.ts checks for production.
      CDK_VALIDATION: 'false',
    },
  });
  if (code !== 0) throw new Error(`the app could not be synthesized:\n${stdout}${stderr}`);
  noteBundles(sources);
  packAssets(aside);
  for (const old of readdirSync(kept).map((name) => join(kept, name))) {
    if (old !== aside && statSync(old).mtimeMs < Date.now() - hour) rmSync(old, { recursive: true, force: true });
  }
  // Another run may have been first.
  if (existsSync(folder)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
  return folder;
}

const assetsSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.enum(['file', 'zip']) }) })),
});

/**
 * Packs the functions' code, 150 MB with its maps and fonts, where each deploy would look for what it has packed before:
 * as little as is quick, for it goes no further than to a cloud on this machine. Each deploy would take five seconds.
 */
function packAssets(assembly: string): void {
  const packed = join(assembly, '.cache');
  mkdirSync(packed);
  for (const manifest of readdirSync(assembly).filter((name) => name.endsWith('.assets.json'))) {
    const { files } = assetsSchema.parse(JSON.parse(readFileSync(join(assembly, manifest), 'utf8')));
    for (const [id, { source }] of Object.entries(files)) {
      const target = join(packed, `${id}.zip`);
      if (source.packaging === 'zip' && !existsSync(target)) writeFileSync(target, zipOf(join(assembly, source.path)));
    }
  }
}

function zipOf(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [relative(folder, file), readFileSync(file)] as const;
  });
  return zipSync(Object.fromEntries(contents), { level: 1, mtime: '1980-01-01T12:00:00' });
}

/** Once for all tests of a run, before a cloud starts. */
export const setup = async (): Promise<void> => {
  await prepareAssembly();
};

/** A CDK project within a folder: the app as it was synthesized, with the address of a cloud's pages. */
export async function projectFor(baseUrl: string, within: string): Promise<string> {
  const project = mkdtempSync(join(within, 'project-'));
  const assembly = join(project, 'assembly');
  mkdirSync(assembly);
  const made = await prepareAssembly();
  for (const entry of readdirSync(made, { withFileTypes: true })) {
    const [from, to] = [join(made, entry.name), join(assembly, entry.name)];
    if (entry.isDirectory()) symlinkSync(from, to);
    else if (entry.name.endsWith('.template.json')) {
      writeFileSync(to, readFileSync(from, 'utf8').replaceAll(anyAddress, baseUrl));
    } else cpSync(from, to);
  }
  writeFileSync(join(project, 'cdk.json'), JSON.stringify({ app: 'assembly' }));
  return project;
}

if (import.meta.main) await prepareAssembly();
