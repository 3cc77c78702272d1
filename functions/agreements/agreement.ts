import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { langs } from '../shared/i18n.ts';
import { lifecycle } from '../shared/lifecycle.ts';
import { instantSchema } from '../shared/time.ts';

export const versionStates = [
  /** Its signers are asked, one after the other. */
  'OPEN',
  /** All have signed. */
  'SIGNED',
  'REFUSED',
  /** Not signed by all in time. */
  'LAPSED',
  /** Taken back before all had signed. */
  'WITHDRAWN',
  /** A later version is asked for, or is in force, in its place. */
  'REPLACED',
] as const;
export type VersionState = (typeof versionStates)[number];

/** What may happen to one version of an agreement. */
export const versionLifecycle = lifecycle('Versions of agreements', versionStates, {
  sign: { OPEN: 'OPEN' },
  sendCopy: { OPEN: 'OPEN' },
  returnCopy: { OPEN: 'OPEN' },
  complete: { OPEN: 'SIGNED' },
  refuse: { OPEN: 'REFUSED' },
  lapse: { OPEN: 'LAPSED' },
  withdraw: { OPEN: 'WITHDRAWN' },
  replace: { OPEN: 'REPLACED', SIGNED: 'REPLACED' },
});

const textSchema = storedObject({ ko: z.string(), en: z.string() });

export const signerSchema = storedObject({
  id: z.string(),
  /** As what they sign. */
  title: textSchema,
  /** For whom: the name of a firm or an institution. Personal data perhaps. */
  party: z.string(),
  /** Personal data, as the address. */
  name: z.string(),
  lang: z.enum(langs),
  /** Of whoever is not of the staff: where the link and the code go. */
  email: z.string().optional(),
  /** Of the staff: their id. */
  person: z.string().optional(),
});
export type Signer = z.infer<typeof signerSchema>;

export const signatureSchema = storedObject({
  signer: z.string(),
  /** As it was typed: personal data. */
  name: z.string(),
  at: instantSchema,
  /** Who signed, as the audit calls them. */
  by: z.string(),
  /** Of the PDF that was signed. */
  sha256: z.string(),
  /** The id of the challenge whose code was entered. */
  code: z.string(),
});
export type Signature = z.infer<typeof signatureSchema>;

export const versionSchema = storedObject({
  number: z.number().int().positive(),
  state: z.enum(versionStates),
  title: textSchema,
  template: storedObject({ id: z.string(), version: z.number().int() }),
  /** SHA-256 of what the case said: another one now means that a new version is needed. */
  dataHash: z.string(),
  /** SHA-256 of its PDF, without signatures. */
  sha256: z.string(),
  /** SHA-256 of the PDF with all signatures. */
  signedSha256: z.string().optional(),
  frozenAt: instantSchema,
  /** Until when whoever is asked now may sign. */
  dueAt: instantSchema,
  /** Business days that whoever signs after somebody else has at least. */
  signingDays: z.number().int().positive(),
  signers: z.array(signerSchema),
  signatures: z.array(signatureSchema),
  /** The request that is open. */
  request: z.string().optional(),
  /** The last request of each signer, whose link shows them what became of it. */
  requests: z.record(z.string(), z.string()),
  /** Why there is a version after another. */
  why: z.string().optional(),
  /** In the words of who refused: personal data perhaps. */
  refusal: storedObject({ signer: z.string(), reason: z.string() }).optional(),
  /** The copy of what was signed elsewhere: a document, and who sent it. */
  copy: storedObject({ file: z.string(), sha256: z.string(), sentBy: z.string(), sentAt: instantSchema }).optional(),
  /** Who has accepted the copy. */
  acceptedBy: z.string().optional(),
  endedAt: instantSchema.optional(),
  /** The version in its place. */
  replacedBy: z.number().int().positive().optional(),
});
export type Version = z.infer<typeof versionSchema>;

export const meetingSchema = storedObject({
  id: z.string(),
  /** Raised with every change, by which calendars know the later one (RFC 5545). */
  sequence: z.number().int().nonnegative(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  title: textSchema,
  place: textSchema,
  changedAt: instantSchema,
  cancelledAt: instantSchema.optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const agreementSchema = storedObject({
  /** The owner's id and a number: `A-27H1-7K3Q-9MX4-1`. */
  id: z.string(),
  /** `kind#id`, as a capability brings it. */
  owner: z.string(),
  /** What the owner belongs to: the id of a round. */
  context: z.string(),
  revision: z.number().int().positive(),
  ...audited,
  /** The oldest first. */
  versions: z.array(versionSchema),
  /** The version that all have signed and none has replaced. */
  inForce: z.number().int().positive().optional(),
  meetings: z.array(meetingSchema),
  erasedAt: instantSchema.optional(),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const versionIn = ({ versions }: Pick<Agreement, 'versions'>, number: number): Version | undefined =>
  versions.find((one) => one.number === number);

/** The one that is signed now, or was last. */
export const presentIn = ({ versions }: Pick<Agreement, 'versions'>): Version | undefined => versions.at(-1);

/** With one version in the place of what it was. */
export const withVersion = (was: Agreement, version: Version, change: Partial<Agreement> = {}): Agreement => ({
  ...was,
  ...change,
  revision: was.revision + 1,
  versions: was.versions.map((one) => (one.number === version.number ? version : one)),
});
