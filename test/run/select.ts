/** The folders of each script that runs a part of the tests, and the Vitest project that they belong to. */
export const parts = {
  unit: { project: 'unit', folders: ['test/functions', 'test/local', 'test/support', 'test/run'] },
  infra: { project: 'infra', folders: ['test/infra'] },
  workflows: { project: 'cloud', folders: ['test/workflows'] },
  e2e: { project: 'cloud', folders: ['test/e2e'] },
  ops: { project: 'cloud', folders: ['test/ops'] },
  browser: { project: 'cloud', folders: ['test/browser'] },
  round: { project: 'round', folders: ['test/round'] },
  soak: { project: 'soak', folders: ['test/soak'] },
} as const;
export type Part = keyof typeof parts;

export const isPart = (name: string): name is Part => name in parts;

/**
 * The files that a name means: those with a folder or a file in their path that begins with it.
 * @throws Error that lists what there is, when a name means none.
 */
export function filesNamed(files: readonly string[], names: readonly string[]): string[] {
  for (const name of names) {
    if (files.some((file) => isMeant(file, name))) continue;
    throw new Error(
      `No test file here begins with "${name}". There are:\n${files.map((file) => `  ${file}`).join('\n')}`,
    );
  }
  return files.filter((file) => names.length === 0 || names.some((name) => isMeant(file, name)));
}

const isMeant = (file: string, name: string): boolean => `/${file}`.includes(`/${name}`);
