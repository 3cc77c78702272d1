import * as z from 'zod';
import { shaped } from '../shared/text/shaped.ts';

/* What the parts of a round's file are made of. */

const words = z.string().regex(/\S/);
export const textSchema = z
  .strictObject({ ko: words, en: words })
  .meta({ id: 'Text', description: 'The same words in Korean and in English.' });

export const idSchema = shaped(/^[a-z0-9-]+$/, 'academy-2027h1');
/** The id of a member of staff, as loaded from the people file. */
export const personIdSchema = shaped(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kim-minji');
export const count = z.number().int().positive();
export const businessDays = count.max(60).describe('Business days in Korea.');

/** What the Personal Information Protection Act (art. 15, 17 and 22) wants told, for each consent by itself. */
export const consentSchema = z.strictObject({
  id: idSchema,
  required: z.boolean().describe('Only if the programme cannot be run without it.'),
  marketing: z.literal(true).optional().describe('Agrees to advertising: its purpose stands out.'),
  title: textSchema,
  recipient: textSchema.optional().describe('Who is given the data, if it leaves the academy (art. 17).'),
  purpose: textSchema,
  items: textSchema,
  retention: textSchema,
  refusal: textSchema.describe('The right to refuse, and what follows from it.'),
});
