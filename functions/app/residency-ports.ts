import { onboardingParts } from '../onboarding/parts.ts';
import { type Extending, extendingAll } from '../residencies/extending.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { openAgreementOwners } from './agreement-owners.ts';
import { openChecklistOwners } from './checklist-owners.ts';
import { openLeaving } from './leaving.ts';
import * as brought from './ports-brought.ts';

/** All that is taken back when a residency goes on. */
export const openExtending = (names: TableNames, db: Database) => (): Extending => {
  const deps = lazily(onboardingParts(names, db));
  return extendingAll(Object.values(brought).flatMap((ports) => ('extending' in ports ? [ports.extending(deps)] : [])));
};

/** What whoever does the steps of a residency tells others. */
export const residencyPorts = (names: TableNames, db: Database) => ({
  agreementOwners: openAgreementOwners(names, db),
  checklistOwners: openChecklistOwners(names, db),
  extending: openExtending(names, db),
  leaving: openLeaving(names, db),
});
