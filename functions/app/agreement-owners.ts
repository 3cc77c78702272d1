import type { AgreementOwners } from '../agreements/owners.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import * as brought from './agreement-owners-brought.ts';

type Maker = (names: TableNames, db: Database) => AgreementOwners;

/** Whose agreements there are, and what follows for each case: what every capability says that has any. */
export const openAgreementOwners = (names: TableNames, db: Database) => (): AgreementOwners =>
  Object.fromEntries(Object.values<Maker>(brought).flatMap((make) => Object.entries(make(names, db))));
