import type { Dependencies } from '../onboarding/dependencies.ts';
import type { AuditEvent } from '../shared/database/audit.ts';

/** What is read of a residency. */
export type ResidencyReach = Pick<
  Dependencies,
  | 'agreements'
  | 'applications'
  | 'checklists'
  | 'documents'
  | 'people'
  | 'requests'
  | 'residencies'
  | 'residencyEvents'
  | 'rounds'
  | 'screenings'
  | 'spaces'
> & {
  /** All that the audit tells of something. */
  readonly eventsOf: (about: string) => Promise<readonly AuditEvent[]>;
};
