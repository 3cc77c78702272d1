import { residenciesParts } from '../residencies/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import type { HolderNames } from '../spaces/holder-names.ts';
import * as brought from './ports-brought.ts';

/** What whoever holds a space is called: what every capability says that gives spaces to somebody. */
export const openHolderNames = (names: TableNames, db: Database) => (): HolderNames => {
  const deps = lazily(residenciesParts(names, db));
  return Object.fromEntries(
    Object.values(brought).flatMap((ports) => ('holderNames' in ports ? Object.entries(ports.holderNames(deps)) : [])),
  );
};
