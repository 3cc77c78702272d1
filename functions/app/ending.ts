import { type Ending, endingAll } from '../residencies/ending.ts';
import { residenciesParts } from '../residencies/parts.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';
import * as brought from './ports-brought.ts';

/** All that ends with a residency. */
export const openEnding = (names: TableNames, db: Database) => (): Ending => {
  const deps = lazily(residenciesParts(names, db));
  return endingAll(Object.values(brought).flatMap((ports) => ('ending' in ports ? [ports.ending(deps)] : [])));
};
