import * as shapes from './tables.ts';

export type TableVariable = `${Uppercase<keyof typeof shapes>}_TABLE`;

/** What an environment says of all tables, each of which is called `named(table)`. */
export function namesOfTables(named: (table: string) => string): Readonly<Record<TableVariable, string>>;
export function namesOfTables(named: (table: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(shapes).map((table) => [`${table.toUpperCase()}_TABLE`, named(table)]));
}
