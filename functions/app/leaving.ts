import { type Leaving, leavingAll } from '../applications/leaving.ts';
import { cohortParts } from '../cohort/parts.ts';
import { residenciesParts } from '../residencies/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import * as brought from './ports-brought.ts';

/** Everybody who lets go of an application that is withdrawn. */
export const openLeaving = (names: TableNames, db: Database) => (): Leaving => {
  const deps = lazily({ ...cohortParts(names, db), ...residenciesParts(names, db) });
  return leavingAll(Object.values(brought).flatMap((ports) => ('leaving' in ports ? [ports.leaving(deps)] : [])));
};
