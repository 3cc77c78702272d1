import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lifecycle } from '../functions/shared/lifecycle.ts';

const functions = join(import.meta.dirname, '../functions');

const isLifecycle = (value: unknown): value is Lifecycle =>
  typeof value === 'object' && value !== null && 'states' in value && 'moves' in value && 'moved' in value;

/** All files that make a lifecycle, wherever they are: a capability need not be listed anywhere for it. */
const files = readdirSync(functions, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && / = lifecycle\(/u.test(readFileSync(join(functions, file), 'utf8')))
  .sort();

async function lifecyclesIn(file: string): Promise<Lifecycle[]> {
  const exported: unknown = await import(join(functions, file));
  return Object.values(exported ?? {}).filter(isLifecycle);
}

/** The lifecycles of all entities, by the names of their files. */
export const lifecycles: readonly Lifecycle[] = (await Promise.all(files.map(lifecyclesIn))).flat();
