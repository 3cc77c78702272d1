import * as z from 'zod';
import { langs } from '../shared/i18n.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';

export const roles = ['intake-officer', 'academy-manager', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Somebody of the staff whom the system asks or tells. */
export const personSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().min(1),
  email: z.email(),
  lang: z.enum(langs),
  /** None for somebody who has left: nothing more is asked of them. */
  roles: z.array(z.enum(roles)),
  /** Who stands in while this person is away. */
  deputy: z.string().optional(),
  /** Days away, first and last included. */
  absences: z.array(z.object({ from: localDateSchema, to: localDateSchema })),
  revision: z.number().int().positive(),
});
export type Person = z.infer<typeof personSchema>;

export const isAway = (person: Person, day: LocalDate): boolean =>
  person.absences.some(({ from, to }) => from <= day && day <= to);
