import * as z from 'zod';
import { type Slot, slotSchema } from '../documents/slot.ts';
import { type AskedFields, type Finding, inside, notAsked, usedTwice, wrongOptions } from './findings.ts';
import type { HarmfulChange } from './harm.ts';
import { idSchema, textSchema } from './round-parts.ts';

/** Whom something is for: those who chose one of these answers in a field of the form. */
export const askedOfSchema = z.strictObject({
  field: z.string().describe("The form's field by which it is for somebody; it is chosen from options."),
  values: z.array(z.string()).min(1),
});
type AskedOf = z.output<typeof askedOfSchema>;

const formats = slotSchema.shape.formats;

/** A document that applicants send beside their answers. */
export const roundDocumentSchema = z.strictObject({
  id: idSchema.max(40).describe('Stays the same for ever: what was sent is kept under it.'),
  label: textSchema,
  hint: textSchema.optional(),
  required: z.boolean(),
  formats: formats.describe('What kinds of file are taken.'),
  issuedWithinDays: slotSchema.shape.issuedWithinDays.describe(
    'It counts only if it was issued so many days before it is sent, at most.',
  ),
  askedOf: askedOfSchema.optional().describe('Who is asked for it, if not everybody.'),
  blind: z
    .literal(true)
    .optional()
    .describe('Tells nothing of who applies: reviewers are shown it in a blind round, too.'),
});
export type RoundDocument = z.output<typeof roundDocumentSchema>;

/** What somebody typed or answered, by field. */
export type Given = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Whether what is for some only is for whoever gave these answers. */
export const isFor = (askedOf: AskedOf | undefined, given: Given): boolean =>
  askedOf === undefined || [given[askedOf.field] ?? []].flat().some((value) => askedOf.values.includes(String(value)));

/** The documents that a round asks of whoever gave these answers, in its order. */
export const documentsAskedOf = (
  { documents = [] }: { readonly documents?: readonly RoundDocument[] },
  given: Given,
): readonly RoundDocument[] => documents.filter(({ askedOf }) => isFor(askedOf, given));

/** Of some documents those that reviewers of the round may see: in a blind round what tells nothing of who applies. */
export const shownToReviewers = (documents: readonly RoundDocument[], blind: boolean): readonly RoundDocument[] =>
  documents.filter((document) => !blind || document.blind);

/** A document as whoever sends it is asked for it. */
export const slotOf = ({ askedOf: _of, blind: _blind, ...slot }: RoundDocument): Slot => slot;

/** What is wrong with what is for some only: it goes by a field that the form asks, and answers that it offers. */
export const wrongAskedOf = (
  parts: readonly { readonly askedOf?: AskedOf }[],
  form: AskedFields,
  name: string,
): Finding[] =>
  parts.flatMap(({ askedOf }, index) => {
    if (!askedOf) return [];
    const { field, values } = askedOf;
    const found = form.fields.includes(field)
      ? wrongOptions(
          field,
          form.values[field],
          values.map((value, at) => ({ path: ['values', at], value })),
        )
      : [notAsked(field, name, ['field'])];
    return inside([index, 'askedOf'], found);
  });

/** What is wrong in the documents of a round, though each of its fields is right by itself. */
export const documentContradictions = (
  documents: readonly RoundDocument[],
  form: AskedFields | undefined,
  name: string,
): Finding[] =>
  inside(['documents'], [...usedTwice(documents, []), ...(form ? wrongAskedOf(documents, form, name) : [])]);

/** What would hurt those who have prepared their documents by what was announced. */
export const harmfulDocumentChanges = (
  current: readonly RoundDocument[],
  next: readonly RoundDocument[],
): HarmfulChange[] =>
  next.flatMap((document, index) => {
    const { id, required, issuedWithinDays = Number.POSITIVE_INFINITY } = document;
    const field = `documents[${index}]`;
    const before = current.find((one) => one.id === id);
    if (!before) return required ? [{ field, reason: `requires ${id}, which nobody had to send before` }] : [];
    const gone = before.formats.filter((format) => !document.formats.includes(format));
    return [
      ...(required && !before.required
        ? [{ field: `${field}.required`, reason: `requires ${id}, which was optional` }]
        : []),
      ...(gone.length > 0 ? [{ field: `${field}.formats`, reason: `no longer have ${gone.join(', ')}` }] : []),
      ...(issuedWithinDays < (before.issuedWithinDays ?? Number.POSITIVE_INFINITY)
        ? [{ field: `${field}.issuedWithinDays`, reason: `is ${issuedWithinDays}, shorter than announced` }]
        : []),
    ];
  });
