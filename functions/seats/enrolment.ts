import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { instantSchema } from '../shared/time.ts';

/** What accepting a seat is asked for. Personal data; purposes and retention stand on the fields of the form. */
export const enrolmentSchema = storedObject({
  reference: z.string(),
  at: instantSchema,
  /** The version of the round whose consents were on the page. */
  roundVersion: z.number().int().positive(),
  /** Promised to attend as the round wants it: `offer.attendance` of that version. */
  attends: z.literal(true),
  /** Consents by their ids. */
  consents: z.record(z.string(), z.boolean()),
  /** Only with the consent to it. */
  contact: storedObject({ name: z.string(), relationship: z.string(), phone: z.string() }).optional(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** The id of the consent under which a round asks for somebody to call; a round without it does not ask. */
export const emergencyContactConsent = 'emergency-contact';
