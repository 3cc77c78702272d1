import { startupsInSpaces as ofResidencies } from '../exits/space-holder.ts';
import { residenciesParts } from '../residencies/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import type { SpaceHolders } from '../spaces/holders.ts';

/*
 * Who holds spaces, and what follows for them: of every capability that has any, made of the names of tables and the
 * database, so that the pages of spaces load no more than that.
 */

export const startupsInSpaces = (names: TableNames, db: Database): SpaceHolders =>
  ofResidencies(lazily(residenciesParts(names, db)));
