import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';

/** What a round knows of one of its reviewers. */
export const reviewerSchema = storedObject({
  roundId: z.string(),
  person: z.string(),
  revision: z.number().int().positive(),
  ...audited,
  /** Raised to revoke every link to the list of reviews that was mailed before. */
  linkGeneration: z.number().int().positive(),
  /** The label of the review that was given last; 0 before the first. */
  last: z.number().int().nonnegative(),
  /** Reviews that are open or sent: what counts for the capacity. */
  load: z.number().int().nonnegative(),
  /** Reviews that they let pass their due time. */
  missed: z.number().int().nonnegative().default(0),
  /** References of applications with which a conflict of interest was declared. */
  declared: z.array(z.string()),
});
export type Reviewer = z.infer<typeof reviewerSchema>;

export const newReviewer = (roundId: string, person: string): Reviewer => ({
  roundId,
  person,
  revision: 1,
  linkGeneration: 1,
  last: 0,
  load: 0,
  missed: 0,
  declared: [],
});

export const changedReviewer = (reviewer: Reviewer, change: Partial<Reviewer>): Reviewer => ({
  ...reviewer,
  ...change,
  revision: reviewer.revision + 1,
});

/** With one review less, and a conflict with its application if one was declared. */
export const relievedReviewer = (reviewer: Reviewer, declared?: string): Reviewer =>
  changedReviewer(reviewer, {
    load: Math.max(0, reviewer.load - 1),
    ...(declared !== undefined && { declared: [...reviewer.declared, declared] }),
  });

/** The id of a reviewer in a round, as it stands in the link to their list. */
export const reviewerId = ({ roundId, person }: Pick<Reviewer, 'roundId' | 'person'>): string => `${roundId}.${person}`;

/** The round and the person of an id; nothing if it cannot be one. */
export function parseReviewerId(id: string): Pick<Reviewer, 'roundId' | 'person'> | undefined {
  const [, roundId, person] = /^([a-z0-9-]{1,80})\.([a-z][a-z0-9-]{1,39})$/.exec(id) ?? [];
  return roundId && person ? { roundId, person } : undefined;
}

export const reviewerLink = (reviewer: Pick<Reviewer, 'roundId' | 'person' | 'linkGeneration'>) => ({
  path: '/v',
  purpose: 'reviewer',
  id: reviewerId(reviewer),
  generation: reviewer.linkGeneration,
  assignee: reviewer.person,
});
