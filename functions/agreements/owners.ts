import type { Contact } from '../shared/contact.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import type { Agreement, Version } from './agreement.ts';
import type { AgreementTemplate } from './template.ts';

/** Who signs, as the case says it; of the staff by their id. */
export type SignerData = { readonly id: string; readonly party: string } & (
  | { readonly name: string; readonly email: string; readonly lang: Lang; readonly person?: undefined }
  | { readonly person: string }
);

/** What an agreement is made of. */
export interface AgreementData {
  readonly template: AgreementTemplate;
  /** By the names of the template's fields. */
  readonly values: Readonly<Record<string, Text>>;
  readonly signers: readonly SignerData[];
  /** The last day on which the first may sign; whoever comes later has some days more, if they need them. */
  readonly dueOn: LocalDate;
  /** What the case belongs to: the id of a round. */
  readonly context: string;
}

/** A port: whose agreements these are. Its capability brings one for each kind. */
export interface AgreementOwner {
  /** What the case says at this moment; nothing once there is nothing to agree on any more. */
  readonly data: (id: string) => Promise<AgreementData | undefined>;
  /** What follows for the case when a version has ended: it goes into the same transaction. */
  readonly ended: (id: string, agreement: Agreement, version: Version, now: Instant) => Promise<Parts>;
  /** Whom to ask about it. */
  readonly contact?: (id: string) => Promise<Contact | undefined>;
}

/** All kinds of owners, by their names. */
export type AgreementOwners = Readonly<Record<string, AgreementOwner>>;

/** An owner as it is stored: its kind, and the id that its capability knows. */
export const ownerKey = (kind: string, id: string): string => `${kind}#${id}`;

/** The id that the capability knows an owner by, which the audit knows it by too. */
export const ownerId = (owner: string): string => owner.slice(owner.indexOf('#') + 1);

/** The port of an owner's kind, if a capability brings one. */
export function ownerOf(owners: AgreementOwners, owner: string): AgreementOwner | undefined {
  const kind = owner.slice(0, owner.indexOf('#'));
  return Object.hasOwn(owners, kind) ? owners[kind] : undefined;
}
