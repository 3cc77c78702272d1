import type { TableNames } from '../shared/aws/environment.ts';
import { type Database, openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { openAccepting } from './accepting.ts';
import { openAgreementOwners } from './agreement-owners.ts';
import { openAllInterests } from './all-interests.ts';
import { openChecklistOwners } from './checklist-owners.ts';
import type { Dependencies } from './dependencies.ts';
import { openErasing } from './erasing.ts';
import { kinds } from './kinds.ts';
import { openLeaving } from './leaving.ts';
import { allParts } from './parts.ts';
import { openCaseFigures, openInvited } from './renewals.ts';
import { openExtending } from './residency-ports.ts';
import { openRoundSelection } from './round-selection.ts';
import { openSpaceHolders } from './space-holders.ts';

/** Everything, for those who serve all capabilities. */
export const everything = (names: TableNames, db: Database) => ({
  ...allParts(names, db),
  kinds: () => kinds,
  interestsIn: openAllInterests(names, db),
  agreementOwners: openAgreementOwners(names, db),
  selection: openRoundSelection(names, db),
  checklistOwners: openChecklistOwners(names, db),
  accepting: openAccepting(names, db),
  invited: openInvited(names, db),
  caseFigures: openCaseFigures(names, db),
  extending: openExtending(names, db),
  spaceHolders: openSpaceHolders(names, db),
  leaving: openLeaving(names, db),
  erasing: openErasing(names, db),
});

/** Everything, each part made when it is first used. */
export const wire = (names: TableNames, db: Database = openDatabase()): Dependencies => lazily(everything(names, db));
