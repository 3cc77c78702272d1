import { agreementsParts } from '../agreements/parts.ts';
import { checklistsParts } from '../checklists/parts.ts';
import { residenciesParts } from '../residencies/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';

/** With the parts of the capabilities below. */
export const onboardingParts = (names: TableNames, db: Database) => ({
  ...residenciesParts(names, db),
  documents: checklistsParts(names, db).documents,
  checklists: checklistsParts(names, db).checklists,
  agreements: agreementsParts(names, db).agreements,
});
