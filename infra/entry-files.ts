import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const functionsFolder = join(import.meta.dirname, '..', 'functions');

/** `applications/pages.lambda.tsx` is the Lambda `applications-pages`; one in `app/` has its whole name already. */
const nameOf = (file: string): string => {
  const name = basename(file).replace(/\.lambda\.tsx?$/u, '');
  return dirname(file) === 'app' ? name : `${dirname(file)}-${name}`;
};

/** The file of each Lambda, by its name. */
export const entryFiles = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(functionsFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.lambda\.tsx?$/u.test(file))
      .sort()
      .map((file) => [nameOf(file), join(functionsFolder, file)]),
  );
