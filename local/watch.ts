import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** Editors write a file in several steps, and several files at once. */
const quietMs = 300;

/** What editors leave beside a file while they write it is none. */
const isSource = (path: string): boolean =>
  /\.(?:ts|tsx|mjs|json|css|svg|yaml|csv)$/u.test(path) && !/(?:^|\/)\.|~$/u.test(path);

/**
 * Tells the files that change in a folder and all below it. Each folder is watched by itself: Node's recursive watching
 * loses a file on Linux when an editor replaces it by another one.
 */
function watchTree(from: string, folder: string, changed: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const follow = (path: string, isNew: boolean): void => {
    if (watchers.has(path)) return;
    const watcher = watch(join(from, path), (_event, name) => {
      if (!name) return;
      if (isSource(name)) changed(join(path, name));
      else if (!name.includes('.')) begin(join(path, name));
    });
    watchers.set(path, watcher);
    for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
      if (entry.isDirectory()) follow(join(path, entry.name), isNew);
      else if (isNew && isSource(entry.name)) changed(join(path, entry.name));
    }
  };
  const forget = (gone: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== gone && !path.startsWith(`${gone}/`)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const begin = (path: string): void => {
    if (!existsSync(join(from, path))) forget(path);
    try {
      follow(path, true);
    } catch {
      // It is no folder, or no longer there.
    }
  };
  follow(folder, false);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

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
  const watchers = folders.map((folder) =>
    watchTree(from, folder, (path) => {
      changed.add(path);
      soon();
    }),
  );
  if (first) void alone(first);
  return {
    stop: () => {
      clearTimeout(timer);
      for (const stop of watchers) stop();
    },
  };
}
