import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

/** Everything that running locally leaves behind; removed by `npm start -- --fresh`. */
export const localDir = join(root, '.local');

/** Node 24 comes first wherever it was started from: the Lambda workers and the CDK app run the `node` of the PATH. */
export const pathWithNode = (): string =>
  `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? '/usr/bin:/bin'}`;
