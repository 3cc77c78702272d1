import * as z from 'zod';
import { mailboxOf } from '../people/mailbox.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { langs } from '../shared/i18n.ts';
import { shaped } from '../shared/text/shaped.ts';
import { instantSchema, localDateSchema } from '../shared/time.ts';
import type { Claim } from '../wages/claim.ts';
import { capClasses } from '../wages/wages-parts.ts';

/** What mails and requests call a lecturer. */
export const lecturerRecipient = 'lecturer';
/** Who decides about money: confirms accounts and rules, and approves claims. */
export const financeOfficer = 'finance-officer';

/** As the lessons of a timetable name a lecturer. */
export const lecturerIdSchema = shaped(/^[a-z][a-z0-9-]{1,39}$/, 'kim-minji');

/** By whom a fact was recorded, and when. */
const recorded = { by: z.string(), at: instantSchema };

/** Who is paid, as the rules of wages know it, with who recorded each tax class. */
const storedPayeeSchema = z.discriminatedUnion('kind', [
  storedObject({
    kind: z.literal('resident'),
    taxClass: z
      .array(storedObject({ since: localDateSchema, class: z.enum(['other-income', 'business-income']), ...recorded }))
      .min(1),
  }),
  storedObject({ kind: z.literal('non-resident'), treatyPaper: z.string().optional() }),
  storedObject({ kind: z.literal('institution'), document: z.string().optional() }),
  storedObject({ kind: z.literal('business-with-invoice'), document: z.string().optional() }),
]);
export type StoredPayee = z.infer<typeof storedPayeeSchema>;

const factsShape = {
  institution: z.string(),
  /** Of the rate card. */
  grade: z.string(),
  cap: storedObject({ class: z.enum(['none', ...capClasses]), confirmedBy: z.string(), confirmedAt: instantSchema }),
  payee: storedPayeeSchema,
  /** The first day on which they hold, if it is not the one on which they were loaded. */
  since: localDateSchema.optional(),
  loadedAt: instantSchema,
};

/** A version of the facts that decide how much a lecturer is paid. What was paid keeps those it was calculated with. */
export const factsSchema = storedObject({ number: z.number().int().positive(), ...factsShape });
export type Facts = z.infer<typeof factsSchema>;

/** What is known of a lecturer: who it is, and the newest facts. */
export const lecturerSchema = storedObject({
  id: lecturerIdSchema,
  name: z.string(),
  email: z.string(),
  lang: z.enum(langs),
  ...factsShape,
  /** The number of the facts, from 1. */
  facts: z.number().int().positive(),
  /** The number of the newest version of the account, whatever became of it; none until one was entered. */
  accounts: z.number().int().nonnegative().default(0),
  /** The open request for the account, if it is asked for. */
  accountRequest: z.string().optional(),
  /** Raised with each other mailbox: what was mailed to those before opens nothing more. */
  linkGeneration: z.number().int().nonnegative().optional(),
  /** The generation of which the links that have no request were mailed last. */
  mailedGeneration: z.number().int().nonnegative().optional(),
  /** When what is personal was overwritten. */
  erasedAt: instantSchema.optional(),
  /** When the wage records were, after the years for which the law wants them. */
  recordsErasedAt: instantSchema.optional(),
  revision: z.number().int().positive(),
  ...audited,
});
export type Lecturer = z.infer<typeof lecturerSchema>;

/** The subject of requests and audit events about a lecturer. */
export const lecturerSubject = (id: string): string => `lecturer#${id}`;

/** The id of the lecturer whom a subject is about; nothing for anything else. */
export const lecturerOf = (subject: string): string | undefined =>
  /^lecturer#([a-z][a-z0-9-]{1,39})$/.exec(subject)?.[1];

/** Whether somebody is the lecturer: by the id, or by the mailbox. */
export const isLecturer = (
  lecturer: { readonly id: string; readonly email?: string },
  person: { readonly id: string; readonly email?: string },
): boolean =>
  lecturer.id === person.id ||
  (lecturer.email !== undefined && person.email !== undefined && mailboxOf(lecturer.email) === mailboxOf(person.email));

/** Who is paid, without who recorded it. */
export function payeeOf(payee: StoredPayee): Claim['lecturer']['payee'] {
  switch (payee.kind) {
    case 'resident':
      return {
        kind: 'resident',
        taxClass: payee.taxClass.map(({ since, class: taxClass }) => ({ since, class: taxClass })),
      };
    case 'non-resident':
      return { kind: 'non-resident', treatyPaper: payee.treatyPaper };
    default:
      return { kind: payee.kind, document: payee.document };
  }
}
