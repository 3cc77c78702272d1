import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { openAgreementOwners } from './agreement-owners.ts';
import { openChecklistOwners } from './checklist-owners.ts';
import { openExtending } from './extending.ts';

/** What whoever does the steps of a residency tells others. */
export const residencyPorts = (names: TableNames, db: Database) => ({
  agreementOwners: openAgreementOwners(names, db),
  checklistOwners: openChecklistOwners(names, db),
  extending: openExtending(names, db),
});
