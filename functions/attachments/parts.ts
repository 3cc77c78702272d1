import { applicationsParts } from '../applications/parts.ts';
import { documentsParts } from '../documents/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';

/** With the parts of the capabilities below. */
export const attachmentsParts = (names: TableNames, db: Database) => ({
  ...applicationsParts(names, db),
  documents: documentsParts(names, db).documents,
});
