import * as z from 'zod';
import { applicantKinds } from '../forms/lab-v1/kind.ts';
import { storedObject } from '../shared/database/stored.ts';
import { localDateSchema } from '../shared/time.ts';

/** The next contract, as both sides sign it. */
export const extensionSchema = storedObject({
  for: z.literal('extension'),
  contract: storedObject({ number: z.number().int().positive(), from: localDateSchema, to: localDateSchema }),
  months: z.number().int().positive(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** What is different once both have signed: each is there if it changes; an empty one is taken out. */
export const addendumSchema = storedObject({
  for: z.literal('addendum'),
  /** Personal data, as all but the kind and the desks. */
  name: z.string().optional(),
  /** A founder has founded the firm. */
  kind: z.enum(applicantKinds).optional(),
  number: z.string().optional(),
  representative: z.string().optional(),
  position: z.string().optional(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  desks: z.number().int().positive().optional(),
  /** Why, in the words of who asked for it. */
  reason: z.string().optional(),
});
export type Addendum = z.infer<typeof addendumSchema>;

/** What both sides sign in a residency. */
export const contractChangeSchema = z.discriminatedUnion('for', [extensionSchema, addendumSchema]);
export type ContractChange = z.infer<typeof contractChangeSchema>;
