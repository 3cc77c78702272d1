import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/paths.ts';
import { importersOf } from './touched.ts';

/** All files of the unit project, as vitest.config.ts has them. */
export const unitFiles = (): string[] =>
  globSync(['test/{functions,local}/**/*.test.{ts,tsx}', 'test/{run,support,bench}/**/*.test.ts'], { cwd: root })
    .map((file) => join(file))
    .sort();

/** What every unit may have to do with. */
const ofAll = /^(?:package(?:-lock)?\.json|vitest\.config\.ts|tsconfig\.json)$/u;

/** The folder of test/ that mirrors a part of the source: a room of functions/, or one of the other folders. */
function mirrorOf(file: string): string | undefined {
  const [top = '', room, ...more] = file.split('/');
  if (top === 'functions') return more.length > 0 ? `test/functions/${room}/` : undefined;
  if (top === 'rounds') return 'test/functions/rounds/';
  if (top === 'local') return 'test/local/';
  return file.startsWith('test/run/') || file.startsWith('test/bench/') ? `test/${room}/` : undefined;
}

/**
 * The units that have to do with what changed: those of the rooms that were touched, those that import a changed file
 * themselves, and those that use a changed file of test/support. Not all that may reach it in the end: the lists of
 * functions/app import every capability, and most units the lists. `npm test` runs all.
 */
export function touchedUnits(changed: readonly string[], files: readonly string[] = unitFiles()): string[] {
  if (changed.some((file) => ofAll.test(file))) return [...files];
  const mirrors = changed.flatMap((file) => mirrorOf(file) ?? []);
  const imported = changed.filter((file) => /\.tsx?$/u.test(file)).map((file) => `/${file}'`);
  const users = changed
    .filter((file) => /^test\/support\/.*(?<!\.test)\.tsx?$/u.test(file))
    .flatMap((file) => importersOf(file, files));
  const wanted = new Set([...changed, ...users]);
  return files.filter((file) => {
    if (wanted.has(file) || mirrors.some((folder) => file.startsWith(folder))) return true;
    const text = imported.length > 0 ? readFileSync(join(root, file), 'utf8') : '';
    return imported.some((path) => text.includes(path));
  });
}
