import * as z from 'zod';
import { type AskedFields, type Finding, inside, usedTwice } from './findings.ts';
import { askedOfSchema, wrongAskedOf } from './round-documents.ts';
import { count, idSchema, textSchema } from './round-parts.ts';

const months = count.max(120);

/** What a place in the Lab is: for how long, with what help, and under what agreement. */
export const residencySchema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        id: idSchema,
        title: textSchema.describe('Whom it is for, and for how long.'),
        askedOf: askedOfSchema.optional().describe('Whom it is for, if not everybody.'),
        months: months.describe('From the first day on, the last day included.'),
        extendedBy: months.optional().describe('What one extension adds; none, if it is not extended.'),
        mostMonths: months.describe('The longest residency with all its extensions.'),
      }),
    )
    .min(1)
    .describe('The first that is for somebody holds.'),
  services: z.array(
    z.strictObject({
      id: idSchema.describe('Stays the same for ever: checklists name it.'),
      title: textSchema,
      detail: textSchema.describe('In a sentence.'),
    }),
  ),
  agreement: z
    .strictObject({
      title: textSchema,
      clauses: z.array(z.strictObject({ title: textSchema, text: textSchema })).min(1),
    })
    .describe('What is signed by both before the residency begins.'),
});
export type Residency = z.output<typeof residencySchema>;

/** What is wrong in the residency of a round, though each of its fields is right by itself. */
export const residencyContradictions = (
  { programme, form, residency }: { readonly programme: string; readonly form: string; readonly residency?: Residency },
  asked: AskedFields | undefined,
): Finding[] =>
  residency
    ? inside(
        ['residency'],
        [
          ...(programme === 'lab' ? [] : [{ path: [], reason: `is of the Lab, and the programme is ${programme}` }]),
          ...usedTwice(residency.terms, ['terms']),
          ...usedTwice(residency.services, ['services']),
          ...residency.terms.flatMap(({ months: first, extendedBy = 0, mostMonths }, index) =>
            first + extendedBy <= mostMonths
              ? []
              : [
                  {
                    path: ['terms', index, 'mostMonths'],
                    reason: `is ${mostMonths}, less than the first ${first} months${extendedBy > 0 ? ` and one extension of ${extendedBy}` : ''}`,
                  },
                ],
          ),
          ...(asked ? inside(['terms'], wrongAskedOf(residency.terms, asked, form)) : []),
        ],
      )
    : [];
