import type { Row } from './context.ts';

export const printRows = (rows: readonly Row[]): void => {
  for (const [name, value] of rows) console.log(`${name.padEnd(13)} ${value}`);
};
