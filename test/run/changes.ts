import { spawnSync } from 'node:child_process';
import { root } from '../../local/paths.ts';

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

/**
 * The commit that this branch left main at; on main itself the last commit, so that only what is not committed counts.
 */
export function base(): string {
  for (const main of ['origin/main', 'main']) {
    const found = git('merge-base', 'HEAD', main);
    if (found) return found;
  }
  return git('rev-parse', 'HEAD') ?? 'HEAD';
}

/** The files changed since then, committed or not, from the project's folder. */
export function changedFiles(since: string): string[] {
  const lines = [git('diff', '--name-only', since), git('ls-files', '--others', '--exclude-standard')];
  return lines.flatMap((text) => text?.split('\n') ?? []).filter(Boolean);
}
