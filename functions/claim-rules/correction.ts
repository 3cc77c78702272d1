import * as z from 'zod';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { onlyKnown, storedObject } from '../shared/database/stored.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';

/** By what a paid claim was wrong, as it is settled later: below zero if too much was paid. */
export const correctionSchema = storedObject({
  id: z.string(),
  /** The paid claim. */
  of: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
  gross: z.int(),
  incomeTax: z.int(),
  localTax: z.int(),
  paid: z.int(),
  /** The same gross by the lines of the budget that it was paid from. */
  parts: z.array(storedObject({ year: z.int(), line: z.string(), amount: z.int() })),
  /** What the corrected claim has in each course, and whether that is taxed now; none of before it was kept. */
  cases: z.array(storedObject({ course: z.string(), gross: z.int(), taxed: z.boolean() })).optional(),
  /** What it withholds of other claims' payments, which nobody withholds again. */
  caughtUp: z
    .array(storedObject({ claim: z.string(), course: z.string(), incomeTax: z.int(), localTax: z.int() }))
    .default([]),
});
export type Correction = z.infer<typeof correctionSchema>;

const remindedSchema = storedObject({ what: z.enum(['due', 'overdue', 'finance']), at: instantSchema });
export type Reminded = z.infer<typeof remindedSchema>;

/** As it waits for the lecturer's next claim, was taken into one, or is asked back. */
export const openCorrectionSchema = correctionSchema.extend({
  lecturer: z.string(),
  cohort: z.string(),
  /** The claim that has it as a line. */
  takenBy: z.string().optional(),
  /** The day from which on it waits for a claim. */
  waitsSince: localDateSchema.optional(),
  /** Asked back, by this day. */
  repayBy: localDateSchema.optional(),
  /** What has come in, in whole won. */
  repayments: z
    .array(
      storedObject({ amount: z.number().int().positive(), on: localDateSchema, by: z.string(), at: instantSchema }),
    )
    .default([]),
  /** Of what the lecturer and then finance were reminded: that it is due soon, overdue, and overdue still. */
  reminded: z.array(remindedSchema).default([]),
  /** The day on which the last of it came in. */
  repaidOn: localDateSchema.optional(),
  count: z.number().int().positive(),
});
export type OpenCorrection = z.infer<typeof openCorrectionSchema>;

export const isWaiting = ({ takenBy, repayBy }: OpenCorrection): boolean =>
  takenBy === undefined && repayBy === undefined;

/** What of it is still to be paid back; nothing of what nobody has asked back. */
export const leftToRepay = ({ repayBy, paid, repayments }: OpenCorrection): number =>
  repayBy === undefined ? 0 : repayments.reduce((left, { amount }) => left - amount, -paid);

/** As a line of the claim that takes it. */
export const lineOf = (correction: OpenCorrection): z.infer<typeof correctionSchema> =>
  onlyKnown(correctionSchema, correction);

/** What is asked back of a lecturer, in the audit. */
export const repaymentEvent = (
  { id, of, gross, incomeTax, localTax, paid }: OpenCorrection,
  by: string,
  at: Instant,
): EventDraft => ({
  subject: of,
  type: 'RepaymentAsked',
  by,
  at,
  data: { correction: id, gross: -gross, tax: -incomeTax - localTax, net: -paid },
});

export const repaymentMail = ({ id, of, lecturer }: OpenCorrection): OutboxDraft => ({
  kind: 'mail',
  template: 'wage-repayment',
  to: { lecturer },
  ids: { claim: of, correction: id },
});

interface Sums {
  readonly gross: number;
  readonly incomeTax: number;
  readonly localTax: number;
  readonly paid: number;
}

/** What a paid claim should have come to, less what it came to. */
export const differenceOf = (right: Sums, was: Sums): Sums => ({
  gross: right.gross - was.gross,
  incomeTax: right.incomeTax - was.incomeTax,
  localTax: right.localTax - was.localTax,
  paid: right.paid - was.paid,
});

/**
 * Which corrections a claim has as its lines, the oldest first: all by which more is paid, and those by which less is,
 * each whole, as far as none of its sums falls below zero. The others are asked back.
 */
export function settleIn<Some extends Sums & { readonly at: string }>(
  claim: Sums,
  open: readonly Some[],
): { readonly taken: Some[]; readonly askedBack: Some[] } {
  const inOrder = [...open].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const more = inOrder.filter(({ paid }) => paid >= 0);
  const left = { ...claim };
  const add = (one: Sums): void => {
    left.gross += one.gross;
    left.incomeTax += one.incomeTax;
    left.localTax += one.localTax;
    left.paid += one.paid;
  };
  for (const one of more) add(one);
  const taken = [...more];
  const askedBack: Some[] = [];
  for (const one of inOrder.filter(({ paid }) => paid < 0)) {
    const fits =
      left.paid + one.paid >= 0 &&
      left.gross + one.gross >= 0 &&
      left.incomeTax + one.incomeTax >= 0 &&
      left.localTax + one.localTax >= 0;
    if (fits) {
      add(one);
      taken.push(one);
    } else askedBack.push(one);
  }
  return { taken, askedBack };
}
