import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import type { SpaceHolders } from '../spaces/holders.ts';
import * as brought from './space-holders-brought.ts';

type Maker = (names: TableNames, db: Database) => SpaceHolders;

/** What a confirmed return means for each kind of holder: what every capability says whose holders there are. */
export const openSpaceHolders = (names: TableNames, db: Database) => (): SpaceHolders =>
  Object.fromEntries(Object.values<Maker>(brought).flatMap((make) => Object.entries(make(names, db))));
