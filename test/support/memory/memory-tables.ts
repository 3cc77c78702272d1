import * as brought from '../../../functions/app/tables.ts';
import type { TableShape as Shape } from '../../../functions/shared/database/table-shape.ts';

export interface TableShape {
  /** The names of the partition key and of the sort key, if there is one. */
  readonly keys: readonly [string] | readonly [string, string];
  readonly numeric?: string;
  readonly indexes?: Readonly<
    Record<
      string,
      { readonly keys: readonly [string, string]; readonly whole?: boolean; readonly including?: readonly string[] }
    >
  >;
}

const shapeOf = ({ partition, sort, sortsByNumber, indexes = [] }: Shape): TableShape => ({
  keys: sort ? [partition, sort] : [partition],
  ...(sortsByNumber && { numeric: sort }),
  indexes: Object.fromEntries(
    indexes.map(({ name, partition: first, sort: second, whole, including }) => [
      name,
      { keys: [first, second], whole, including },
    ]),
  ),
});

/** The tables and indexes as their repositories say them; the contract test compares with what is deployed. */
export const tableShapes: Readonly<Record<string, TableShape>> = Object.fromEntries(
  Object.entries<Shape>(brought).map(([name, shape]) => [name, shapeOf(shape)]),
);
