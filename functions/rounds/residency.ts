import * as z from 'zod';
import { conductSchema, usualConduct } from '../residency-rules/conduct.ts';
import { askedOfSchema, type Given, isFor, roundDocumentSchema } from './round-documents.ts';
import { businessDays, count, idSchema, personIdSchema, textSchema } from './round-parts.ts';

const months = count.max(120);

/** A checklist of a residency: its template, and who of the staff does the items of each doer. */
const listSchema = z.strictObject({
  template: idSchema.describe('The id of a checklist that is loaded.'),
  manager: personIdSchema.optional().describe('Who decides about its items, if not the lab manager.'),
  doers: z.record(idSchema, personIdSchema).describe('Who does the items of each doer of the staff.'),
});

/** What comes between the accepted seat and the first day, and how the residency is conducted afterwards. */
const onboardingSchema = z.strictObject({
  manager: personIdSchema.describe('The lab manager who checks, allots, and is told.'),
  director: personIdSchema.describe('Who signs the agreements for the Lab.'),
  documents: z.array(roundDocumentSchema).describe('What a startup sends once it has accepted its place.'),
  documentsWithin: businessDays.describe('Until when it sends them, from its acceptance on.'),
  remindBefore: z.array(businessDays).describe('When it is reminded of them, before the last day.'),
  checkWithin: businessDays.describe('What the manager has to check them.'),
  signWithin: businessDays.describe('What the startup has to sign; the director has as long as the agreement says.'),
  services: listSchema.describe('What is prepared for it: the residency begins when what is required is done.'),
  exit: listSchema.describe('What is done when it leaves.'),
  conduct: conductSchema.default(usualConduct),
});
export type Onboarding = z.output<typeof onboardingSchema>;

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
  onboarding: onboardingSchema
    .optional()
    .describe('From the accepted place to the first day; without it, startups are admitted and nothing follows.'),
});
export type Residency = z.output<typeof residencySchema>;

/** The terms that hold for whoever gave these answers: the first that are for them. */
export const termsFor = ({ terms }: Pick<Residency, 'terms'>, given: Given): Residency['terms'][number] | undefined =>
  terms.find(({ askedOf }) => isFor(askedOf, given));

/** The documents that a startup that gave these answers sends once it has accepted its place. */
export const onboardingDocumentsFor = ({ documents }: Pick<Onboarding, 'documents'>, given: Given) =>
  documents.filter(({ askedOf }) => isFor(askedOf, given));
