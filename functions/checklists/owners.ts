import type { Person } from '../people/person.ts';
import type { Contact } from '../shared/contact.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { PageRequest } from '../shared/pages/request.ts';
import type { Instant } from '../shared/time.ts';
import type { Checklist } from './checklist.ts';

/** What a list is for, as people are told it. */
export interface OwnerTold {
  /** Above the title of its pages, and in mails. */
  readonly title: Text;
  readonly contact?: Contact;
  /** What the contact looks after, in the footer of mails: a round. The title, if nothing is said. */
  readonly contactOf?: Text;
}

/** Somebody who does items without being of the staff. */
export interface Party {
  readonly email: string;
  readonly lang: Lang;
}

/** A port: whose lists these are, and who is entitled to what. Its capability brings one for each kind. */
export interface ChecklistOwner {
  /** Nothing for what there is not, or was erased. */
  readonly told: (id: string, now: Instant) => Promise<OwnerTold | undefined>;
  /** How a doer is reached who is not of the staff. */
  readonly party: (id: string, doer: string) => Promise<Party | undefined>;
  /** Whether whoever has this browser may read the list as it fills. */
  readonly reads: (id: string, request: Pick<PageRequest, 'cookies' | 'now'>) => Promise<boolean>;
  /** Whether one of the staff sees the list and decides about its items. */
  readonly manages: (id: string, person: Person) => Promise<boolean>;
  /**
   * What goes into the transaction in which the last of what is required is settled, or the last item: the resumption of
   * a run that waits for it, say. Asked once for each of the two, with the list as it will be.
   */
  readonly filled?: (id: string, list: Checklist, what: 'required' | 'all', now: Instant) => Promise<Parts>;
}

/** All kinds of owners, by their names. */
export type ChecklistOwners = Readonly<Record<string, ChecklistOwner>>;
