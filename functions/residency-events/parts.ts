import { onboardingParts } from '../onboarding/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { type AuditEvent, eventsOf } from '../shared/database/audit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';

/** With the parts of the capabilities below. */
export const residencyEventsParts = (names: TableNames, db: Database) => ({
  ...onboardingParts(names, db),
  /** All that the audit tells of something. */
  eventsOf:
    () =>
    (about: string): Promise<AuditEvent[]> =>
      eventsOf(db, tableName(names, 'AUDIT_TABLE'), about),
});
