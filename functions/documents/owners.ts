import type { Person } from '../people/person.ts';
import type { Contact } from '../shared/contact.ts';
import type { Text } from '../shared/i18n.ts';
import type { PageRequest } from '../shared/pages/request.ts';
import type { Instant } from '../shared/time.ts';
import type { Slot } from './slot.ts';

/** The way back from the pages of documents. */
export interface Back {
  readonly href: string;
  readonly label: Text;
}

/** What an owner is asked for. */
export interface Asked {
  /** What it is for, above the title of its pages. */
  readonly title: Text;
  readonly slots: readonly Slot[];
  /** From when on nothing more is taken. */
  readonly closesAt?: Instant;
  readonly contact?: Contact;
  /** Nobody accepts or returns these: they are read with what they belong to. */
  readonly isOnlyRead?: true;
  /** Where whoever sends came from, if that is one place for all. */
  readonly back?: Back;
  /** When the clock asks whether the owner is there still: of one that may go without being erased. */
  readonly ownerDueAt?: Instant;
}

/** A port: whose documents these are, and who is entitled to what. Its capability brings one for each kind. */
export interface DocumentOwner {
  readonly asked: (id: string, now: Instant) => Promise<Asked | undefined>;
  /** Who sends from this browser, as the audit calls them; nothing for everybody else. */
  readonly sender: (id: string, request: Pick<PageRequest, 'cookies' | 'now'>) => Promise<string | undefined>;
  /** Where whoever sends from this browser came from: the page of a request, which only its link opens. */
  readonly back?: (id: string, request: Pick<PageRequest, 'cookies' | 'now'>) => Promise<Back | undefined>;
  /** Whether one of the staff may see all of it and decides. */
  readonly decides: (id: string, person: Person) => Promise<boolean>;
  /** Whether one of the staff who does not decide may see all of it. */
  readonly reads?: (id: string, person: Person) => Promise<boolean>;
}

/** All kinds of owners, by their names. */
export type DocumentOwners = Readonly<Record<string, DocumentOwner>>;
