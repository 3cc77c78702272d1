import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';

const whole = z.number().int().nonnegative();

/** An application and whom it goes to, each reviewer with the label by which they will know it. */
const plannedSchema = storedObject({
  reference: z.string(),
  reviewers: z.array(storedObject({ person: z.string(), label: z.number().int().positive() })),
  /** How many reviewers it lacks, if there were not enough. */
  missing: z.number().int().positive().optional(),
});
export type Planned = z.infer<typeof plannedSchema>;

/** One page of a round's assignment; pages count from 1. */
export const planPageSchema = storedObject({
  roundId: z.string(),
  page: z.number().int().positive(),
  applications: z.array(plannedSchema),
});
export type PlanPage = z.infer<typeof planPageSchema>;

/** What the assignment of a round came to. */
export const planSchema = storedObject({
  roundId: z.string(),
  pages: whole,
  applications: whole,
  reviews: whole,
  /** Everybody who was given a review. */
  persons: z.array(z.string()),
  /**
   * What could not be satisfied: applications, those of them without any reviewer, the reviews that they lack, and for
   * what reason people were passed over.
   */
  short: storedObject({
    applications: whole,
    unreviewed: whole.default(0),
    reviews: whole,
    why: z.record(z.string(), whole),
  }),
});
export type Plan = z.infer<typeof planSchema>;
