import type { TableVariable } from '../../functions/app/names-of-tables.ts';

export type TableKey = TableVariable;
export type Tables = Readonly<Record<TableVariable, string>>;
