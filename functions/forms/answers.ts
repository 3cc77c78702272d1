import * as z from 'zod';
import type { Typed } from '../shared/pages/form.ts';

/** What was typed, by page and field, as it was typed. */
export const typedPagesSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));
export type TypedPages = Readonly<Record<string, Typed>>;

/** What was sent, by field, as the form's schemas read it. */
export const answersSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
export type Answers = z.infer<typeof answersSchema>;
