import { onboardingParts } from '../onboarding/parts.ts';
import { type AuditEvent, eventsOf } from '../shared/audit.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
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
