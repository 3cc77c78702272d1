import * as z from 'zod';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { langs } from '../shared/i18n.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema } from '../shared/time.ts';
import { reviewReasons, reviewStates } from './review.ts';

export const screeningStates = ['REVIEWING', 'REVIEWED', 'CANCELLED'] as const;

export const screeningLifecycle = lifecycle('Screenings', screeningStates, {
  close: { REVIEWING: 'REVIEWED' },
  /** A review that was sent has been changed, and lies too far from another now. */
  reopen: { REVIEWED: 'REVIEWING' },
  /** The application was withdrawn, or the round cancelled. */
  cancel: { REVIEWING: 'CANCELLED', REVIEWED: 'CANCELLED' },
});
export type ScreeningMove = MoveOf<typeof screeningLifecycle>;

/** The reviews of one application, and where their run stands. */
export const screeningSchema = storedObject({
  reference: z.string(),
  roundId: z.string(),
  roundVersion: z.number().int().positive(),
  lang: z.enum(langs),
  state: z.enum(screeningStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  /** How many complete reviews are wanted; one more once two lie far apart. */
  wanted: z.number().int().positive(),
  /** Everybody who was ever asked, in order. */
  reviews: z.array(
    storedObject({ id: z.string(), reviewer: z.string(), why: z.enum(reviewReasons), state: z.enum(reviewStates) }),
  ),
  /** Whether something happened that the run has to look at, and has not yet. */
  news: z.boolean(),
  /** The callback on which the run waits. */
  callback: z.string().optional(),
  /** Nobody is left to ask. Tried again when a review ends without scores, people are loaded, or a new run begins. */
  short: z.boolean().optional(),
  /** The operators know that nobody was left to ask. */
  toldShort: z.boolean().optional(),
  /** The operators know that it waits for somebody who may review it, since it has no review at all. */
  toldWaiting: z.boolean().optional(),
  /** Set when a divergence has led to a further reviewer, so that it does so once. */
  diverged: z.boolean().optional(),
  openedAt: instantSchema,
  closedAt: instantSchema.optional(),
});
export type Screening = z.infer<typeof screeningSchema>;

/** Whether a run has to be under way, were it not stuck. */
export const screeningInRun = (screening: Pick<Screening, 'state'>): boolean => screening.state === 'REVIEWING';

/** The next revision, by a move of the lifecycle or, without one, in the same state. A new run looks for reviewers anew. */
export function changedScreening(
  screening: Screening,
  now: Instant,
  change: Partial<Screening>,
  move?: ScreeningMove,
): Screening {
  const state = screeningLifecycle.moved(screening.state, move);
  const named = namedRun(screening.reference, screening, change);
  const anew = named.runName === undefined ? {} : { ...named, short: undefined };
  const next = { ...screening, ...anew, ...change, state, revision: screening.revision + 1, changedAt: now };
  return { ...next, needsRun: runIndexOf(next.reference, { stuck: next.stuck, inRun: screeningInRun(next) }) };
}

/** How many reviews of a screening are open, and how many were sent. */
export const countsOf = ({ reviews }: Pick<Screening, 'reviews'>) => ({
  open: reviews.filter(({ state }) => state === 'OPEN').length,
  sent: reviews.filter(({ state }) => state === 'SENT').length,
});

/** Whether somebody else has to be asked. */
export const lacksReviewer = (screening: Screening): boolean => {
  const { open, sent } = countsOf(screening);
  return !screening.short && open + sent < screening.wanted;
};

/** Whether a run has nothing to do but to wait: somebody is still asked, and nobody else has to be. */
export const onlyWaits = (screening: Screening): boolean => countsOf(screening).open > 0 && !lacksReviewer(screening);

/** What a step of screening is given. */
export interface ScreeningStep {
  readonly reference: string;
  readonly run: string;
}
