import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** Everything that the synthesized app is made of. */
export const appSources = ['infra', 'functions', 'workflows', 'cdk.json', 'package-lock.json'];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of the files (folders with all that is in them, from the project's folder) and of what else matters. */
export function hashOf(sources: readonly string[], ...more: readonly string[]): string {
  const hash = createHash('sha256').update(more.join('\0'));
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
