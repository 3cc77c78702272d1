import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { instantSchema, localDateSchema } from '../shared/time.ts';

export const measureKinds = [
  /** What has to change; it may be withdrawn. */
  'warning',
  /** The contract ends early, as long after as the rules say. */
  'notice',
  /** The contract ends at once for a grave reason, if the director confirms it. */
  'end',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

const wordsSchema = storedObject({
  /** The id of somebody of the staff. */
  by: z.string(),
  at: instantSchema,
  /** Words about the startup: none, once it is erased. */
  reason: z.string().optional(),
});

/** What the management has decided about a residency, with the reason that its startup is told. */
export const measureSchema = storedObject({
  /** Within its residency: `M1`. */
  id: z.string(),
  kind: z.enum(measureKinds),
  ...wordsSchema.shape,
  /** The last day of the residency by it. */
  lastDay: localDateSchema.optional(),
  /** The request that asks the director to confirm it. */
  request: z.string().optional(),
  confirmed: storedObject({ by: z.string(), at: instantSchema }).optional(),
  refused: wordsSchema.optional(),
  withdrawn: wordsSchema.optional(),
});
export type Measure = z.infer<typeof measureSchema>;

interface Measured {
  readonly measures?: readonly Measure[] | undefined;
}

export const measureIn = ({ measures = [] }: Measured, id: string): Measure | undefined =>
  measures.find((measure) => measure.id === id);

/** The measures with one more, under the next id. */
export function withMeasure(
  { measures = [] }: Measured,
  measure: Omit<Measure, 'id'>,
): { readonly measures: Measure[]; readonly id: string } {
  const id = `M${measures.length + 1}`;
  return { id, measures: [...measures, { ...measure, id }] };
}

/** The measures with one of them changed. */
export const withChangedMeasure = ({ measures = [] }: Measured, id: string, change: Partial<Measure>): Measure[] =>
  measures.map((measure) => (measure.id === id ? { ...measure, ...change } : measure));

/** Whether the director has still to confirm it. */
export const isUnconfirmed = ({ kind, confirmed, refused, withdrawn }: Measure): boolean =>
  kind === 'end' && !confirmed && !refused && !withdrawn;

/** Whether its startup is told of it: an end only once it is confirmed. */
export const isInForce = (measure: Measure): boolean =>
  measure.withdrawn === undefined && (measure.kind !== 'end' || measure.confirmed !== undefined);

const silent = <Words extends { readonly reason?: string | undefined }>({ reason: _words, ...rest }: Words) => rest;

/** Without what anybody wrote; what was decided, and when, stays. */
export const withoutWords = ({ measures = [] }: Measured): Measure[] =>
  measures.map((measure) => ({
    ...silent(measure),
    ...(measure.refused && { refused: silent(measure.refused) }),
    ...(measure.withdrawn && { withdrawn: silent(measure.withdrawn) }),
  }));
