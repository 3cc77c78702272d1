import * as z from 'zod';
import { highestScore, lowestScore } from '../rounds/admission-rules.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

export const reviewStates = ['OPEN', 'SENT', 'CONFLICT', 'DECLINED', 'MISSED', 'UNASSIGNED', 'CANCELLED'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What may happen to a review; what was sent may be changed until the round is ranked. */
export const reviewLifecycle = lifecycle('Reviews', reviewStates, {
  save: { OPEN: 'OPEN' },
  send: { OPEN: 'SENT' },
  amend: { SENT: 'SENT' },
  declareConflict: { OPEN: 'CONFLICT' },
  decline: { OPEN: 'DECLINED' },
  miss: { OPEN: 'MISSED' },
  /** Its reviewer is no longer one, or away until it is due. */
  unassign: { OPEN: 'UNASSIGNED' },
  cancel: { OPEN: 'CANCELLED' },
});
export type ReviewMove = MoveOf<typeof reviewLifecycle>;

/** Why somebody was asked: in the assignment of the whole round, in place of another, or since two scores lie far apart. */
export const reviewReasons = ['assigned', 'replacement', 'divergence'] as const;

/** One reviewer's look at one application. Its id is that of the request that asks for it. */
export const reviewSchema = storedObject({
  id: z.string(),
  reference: z.string(),
  roundId: z.string(),
  reviewer: z.string(),
  /** 1 for the first who was asked about the application. */
  number: z.number().int().positive(),
  /** By what the reviewer knows it: their first review in the round is 1. */
  label: z.number().int().positive(),
  why: z.enum(reviewReasons),
  state: z.enum(reviewStates),
  revision: z.number().int().positive(),
  ...audited,
  /** By criterion; as many as were saved. */
  scores: z.record(z.string(), z.number().int().min(lowestScore).max(highestScore)),
  /** For the committee, and for the officer who looks at a result again. Personal data: an opinion about the applicant, kept as long as the application. */
  comment: z.string().optional(),
  /** Why it was declined, in the reviewer's words. */
  reason: z.string().optional(),
  /** When the reviewer said that the application tells who applied, in a blind round. */
  nameReportedAt: instantSchema.optional(),
  assignedAt: instantSchema,
  savedAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
});
export type Review = z.infer<typeof reviewSchema>;

/** The next revision of a review. @throws if the lifecycle has no such move. */
export function movedReview(review: Review, move: ReviewMove, change: Partial<Review>, now: Instant): Review {
  const state = reviewLifecycle.moved(review.state, move);
  const ended = review.state === 'OPEN' && state !== 'OPEN' ? { endedAt: now } : {};
  return { ...review, ...change, ...ended, state, revision: review.revision + 1 };
}
