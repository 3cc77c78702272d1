import type { Person } from '../people/person.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Session } from '../sessions/session.ts';
import type { Text } from '../shared/i18n.ts';
import type { Role } from '../shared/names.ts';

/** What the codes with which a desk is opened are about, and whose they are: no code of an applicant opens one. */
export const deskScope = 'desk';

/** A page that a capability brings to the desks of those with a role. */
export interface DeskLink {
  /** Below `/desk`. */
  readonly href: string;
  readonly label: Text;
  readonly roles: readonly Role[];
}

/** The desk that a browser has open. */
export interface Desk {
  /** As they are now. */
  readonly person: Person;
  readonly session: Session;
  /** What there is for them beside their requests. */
  readonly links: readonly DeskLink[];
}

/** Whether a path is one of the desk's, to which whoever has signed in may be led back. */
export const isDeskPath = (path: string): boolean => /^\/desk(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)*$/u.test(path);

/** What a capability says at a desk of its requests of one kind, if the request itself does not. No person's name. */
export interface DeskRequest {
  /** What that is called which it is about, beside its reference: a firm. In mails to the staff too. */
  readonly name?: (request: PersonRequest) => Promise<string | undefined>;
  /** What it is about, if that is not its subject. */
  readonly about?: (request: PersonRequest) => Promise<Text | undefined>;
  /** The path of its present link, if it has no page of its own. */
  readonly path?: (request: PersonRequest, person: Person) => Promise<string | undefined>;
}

/** By the kind of request. */
export type DeskRequests = Readonly<Record<string, DeskRequest>>;
