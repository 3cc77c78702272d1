import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import * as brought from './parts-brought.ts';

/** An object that has what each of some objects has. */
export type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Makers = Together<ReturnType<(typeof brought)[keyof typeof brought]>>;

/** What capabilities bring for their use cases. */
export type Parts = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

/** The makers of all of it. */
export function allParts(names: TableNames, db: Database): Makers;
export function allParts(names: TableNames, db: Database): object {
  return Object.fromEntries(Object.values(brought).flatMap((parts) => Object.entries(parts(names, db))));
}
