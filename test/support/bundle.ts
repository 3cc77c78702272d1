import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleFolder, bundleFunctions } from '../../infra/bundle.ts';
import { localDir, root } from '../../local/paths.ts';
import { appSources, hashOf } from '../../local/sources.ts';

/** Of what the functions' bundles were last made, and what came of it: they are made anew if either is otherwise. */
const note = join(localDir, 'test-bundles');
const madeOf = (sources: string): string => `${sources} ${hashOf([relative(root, bundleFolder)])}`;

/** Notes that the bundles that are there were made of sources with this hash. */
export function noteBundles(sources: string): void {
  mkdirSync(localDir, { recursive: true });
  writeFileSync(note, madeOf(sources));
}

/** Once for all infrastructure tests: what is synthesized takes the bundles as they are. */
export async function setup(): Promise<void> {
  const sources = hashOf(appSources);
  if (existsSync(note) && readFileSync(note, 'utf8') === madeOf(sources)) return;
  await bundleFunctions();
  noteBundles(sources);
}
