import type { SessionDependencies } from '../applications/pages/context.ts';
import type { DeskDependencies } from '../desk/open-desk.ts';
import type { Telling } from '../desk/telling.ts';
import type { Dependencies } from '../onboarding/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';
import type { AuditEvent } from '../shared/audit.ts';
import type { SignLink } from '../shared/links.ts';

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

/** What the pages of residencies reach, at the desk and those of startups. */
export type ResidencyPagesDependencies = ResidencyReach &
  DeskDependencies &
  SessionDependencies &
  AskDependencies & {
    /** How what happened is told. */
    readonly telling: Telling;
    /** A startup goes on from its page to what it is asked. */
    readonly sign: SignLink;
  };
