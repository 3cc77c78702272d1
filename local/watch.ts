import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** Editors write a file in several steps, and several files at once. */
const quietMs = 300;

/** What editors leave beside a file while they write it. */
const isSource = (path: string): boolean =>
  /\.(?:ts|tsx|mjs|json|css|svg|yaml|csv)$/u.test(path) && !/(?:^|\/)\.|~$/u.test(path);

/**
 * Calls `act` with the paths that changed in the folders (of the project), once no more change for a moment; never twice
 * at a time: what changes meanwhile comes together afterwards. `first` is done before anything else.
 */
export function onChange(options: {
  readonly folders: readonly string[];
  readonly first?: () => Promise<void>;
  readonly act: (paths: readonly string[]) => Promise<void>;
  readonly from?: string;
}): { stop(): void } {
  const { folders, first, act, from = root } = options;
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let acting = false;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (acting || changed.size === 0) return;
      const paths = [...changed].sort();
      changed.clear();
      void alone(() => act(paths));
    }, quietMs);
  };
  const alone = async (work: () => Promise<void>): Promise<void> => {
    acting = true;
    await work();
    acting = false;
    if (changed.size > 0) soon();
  };
  const watchers: FSWatcher[] = folders.map((folder) =>
    watch(join(from, folder), { recursive: true }, (_event, name) => {
      if (!name || !isSource(name)) return;
      changed.add(join(folder, name));
      soon();
    }),
  );
  if (first) void alone(first);
  return {
    stop: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
