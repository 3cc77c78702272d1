import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { langs } from '../shared/i18n.ts';
import { shaped } from '../shared/text/shaped.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';

/** Who is told of what does not mend itself; further roles are brought by the capabilities that ask for them. */
export const peopleRoles = ['operator'] as const;
/** What mails and requests call somebody of the staff. */
export const staff = 'person';

/** Somebody of the staff whom the system asks or tells. */
export const personSchema = storedObject({
  id: shaped(/^[a-z][a-z0-9-]{1,39}$/, 'kim-minji'),
  name: z.string().min(1),
  email: z.email(),
  lang: z.enum(langs),
  /** None for somebody who has left: nothing more is asked of them. */
  roles: z.array(z.string()),
  /** Who stands in while this person is away. */
  deputy: z.string().optional(),
  /** Days away, first and last included. */
  absences: z.array(
    storedObject({
      from: localDateSchema,
      to: localDateSchema,
      /** Entered by the person, at the desk: no people file names it, and loading one leaves it as it is. */
      own: z.literal(true).optional(),
    }),
  ),
  /** Institutions, employers and schools; nobody reviews or decides about somebody of their own. */
  affiliations: z.array(z.string()).default([]),
  /** What else the cloud calls them at the command line: a user, or a session that is not named by id or mailbox. */
  operatorNames: z.array(z.string()).optional(),
  /** Languages in which a reviewer reads applications. */
  languages: z.array(z.enum(langs)).default(['ko']),
  /** How many reviews of one round a reviewer takes at most. */
  capacity: z.number().int().nonnegative().default(50),
  /** Raised when they leave, lose a role or have another mailbox: what was mailed to them before opens nothing more. */
  linkGeneration: z.number().int().nonnegative().optional(),
  /** The generation of links with which all that is open was mailed to them anew. */
  mailedGeneration: z.number().int().nonnegative().optional(),
  revision: z.number().int().positive(),
  ...audited,
});
export type Person = z.infer<typeof personSchema>;

/** The generation of links that opens anything: 0 until older ones were taken back. */
export const linkGenerationOf = ({ linkGeneration = 0 }: Pick<Person, 'linkGeneration'>): number => linkGeneration;

/** Days away, first and last included. */
export type Absence = Person['absences'][number];

export const isAway = (person: Pick<Person, 'absences'>, day: LocalDate): boolean =>
  person.absences.some(({ from, to }) => from <= day && day <= to);
