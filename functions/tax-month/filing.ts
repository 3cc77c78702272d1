import * as z from 'zod';
import { monthSchema } from '../claim-rules/claim.ts';
import { storedObject } from '../shared/database/stored.ts';
import { instantSchema } from '../shared/time.ts';

/** What a month comes to for whoever reports it; below zero where more was repaid than paid. Whole won. */
export const figuresSchema = storedObject({ gross: z.int(), incomeTax: z.int(), localTax: z.int() });
export type Figures = z.output<typeof figuresSchema>;

export const sameFigures = (a: Figures, b: Figures): boolean =>
  a.gross === b.gross && a.incomeTax === b.incomeTax && a.localTax === b.localTax;

/** What finance has reported or paid for a month by one of its due dates. It never changes; a later one is another. */
export const filingSchema = storedObject({
  month: monthSchema,
  /** Of the due dates that were in force. */
  due: z.string(),
  /** From 1: what changed after it was filed is filed again. */
  number: z.int().positive(),
  /** The number of the receipt by which it can be found. */
  evidence: z.string(),
  /** What was reported. */
  figures: figuresSchema,
  by: z.string(),
  at: instantSchema,
});
export type Filing = z.output<typeof filingSchema>;

/** A due date of a month, as requests and the audit call it. */
export interface DueOf {
  readonly month: string;
  readonly due: string;
}

export const taxDueSubject = ({ month, due }: DueOf): string => `tax-month#${month}.${due}`;

/** Which due date a request is about; nothing for other requests. */
export function dueIn(subject: string): DueOf | undefined {
  const [, month = '', due = ''] = /^(?:tax-month#)?(\d{4}-\d{2})\.([a-z0-9-]+)$/u.exec(subject) ?? [];
  return monthSchema.safeParse(month).success ? { month, due } : undefined;
}
