import * as z from 'zod';
import { canonicalHash } from '../shared/database/canonical.ts';
import { storedObject } from '../shared/database/stored.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

export const spotFindings = ['FINE', 'HOLD', 'CORRECT'] as const;

/** Whether an approved claim was drawn for another look, by which rule and seed, and what came of it. */
export const spotCheckSchema = storedObject({
  /** The file that says the share: `claims-2027, version 3`. */
  rules: z.string(),
  percent: z.int(),
  seed: z.string(),
  /** Of 10,000: what seed and claim come to. It is drawn if it is below the share. */
  number: z.int(),
  drawn: z.boolean(),
  at: instantSchema,
  /** The request of whoever looks. */
  request: z.string().optional(),
  /** When the operators were told that nobody is left who may look. */
  toldNobody: instantSchema.optional(),
  finding: storedObject({
    outcome: z.enum(spotFindings),
    by: z.string(),
    at: instantSchema,
    reason: z.string().optional(),
  }).optional(),
});
export type SpotCheck = z.infer<typeof spotCheckSchema>;
export type SpotFinding = (typeof spotFindings)[number];

const outOf = 10_000;

/** What a seed and a claim come to: a number below 10,000, the same whoever works it out. */
export const drawnNumber = (claim: string, seed: string): number =>
  Number.parseInt(canonicalHash([seed, claim]).slice(0, 12), 16) % outOf;

/** The number below which a claim is drawn. */
export const drawnBelow = (percent: number): number => (percent * outOf) / 100;

/**
 * Whether a claim that is approved now is looked at again: one that was drawn once stays drawn, so that nobody undoes its
 * approval to escape. Nothing, if no share is to be looked at.
 */
export function drawnOnApproval(
  { id, spotCheck: before }: { readonly id: string; readonly spotCheck?: SpotCheck | undefined },
  given: Pick<SpotCheck, 'seed' | 'percent' | 'rules'>,
  now: Instant,
): SpotCheck | undefined {
  if (before?.drawn) return { ...before, request: undefined, toldNobody: undefined, finding: undefined };
  return given.percent > 0 ? drawClaim({ claim: id, ...given }, now) : undefined;
}

/** Draws an approved claim for another look, or not. The seed is made after it is known who approves, so that nobody can choose. */
export function drawClaim(
  { claim, seed, percent, rules }: { readonly claim: string } & Pick<SpotCheck, 'seed' | 'percent' | 'rules'>,
  at: Instant,
): SpotCheck {
  const number = drawnNumber(claim, seed);
  return { rules, percent, seed, number, drawn: number < drawnBelow(percent), at };
}
