import * as z from 'zod';
import { confirmCohort } from '../cohort/confirm-cohort.ts';
import { tellCancelled } from '../cohort/tell-cancelled.ts';
import { askCommittee } from '../committee/ask-committee.ts';
import { markStuck } from '../runs/mark-stuck.ts';
import { countSeats } from '../seats/count-seats.ts';
import { offerSeat } from '../seats/offer-seat.ts';
import { releaseResults } from '../seats/release-results.ts';
import { assignReviewersOfRound } from '../selection/assign-reviewers.ts';
import { countReviews } from '../selection/count-reviews.ts';
import type { Counted } from '../selection/counting.ts';
import { rankApplicants } from '../selection/rank-applicants.ts';
import { type AskStep, type CountStep, type RoundStep, seeRound } from '../selection/see-round.ts';
import { settleIntake } from '../selection/settle-intake.ts';
import { startScreenings } from '../selection/start-screenings.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { machinesOf } from './machines.ts';

const subject = { reference: z.string(), run: z.string() };
const counting = { ...subject, checks: z.number().int().nonnegative() };
const asking = { ...subject, token: z.string() };

/** What a state of cohort-admission or seat-offer gives its step: ids only. */
export const stepInputSchema = z.discriminatedUnion('step', [
  z.object({ step: z.enum(['assign-reviewers', 'rank-applicants']), ...subject }),
  z.object({
    step: z.enum([
      'see-round',
      'settle-intake',
      'start-screenings',
      'count-reviews',
      'release-results',
      'count-seats',
      'confirm-cohort',
      'tell-cancelled',
    ]),
    ...counting,
  }),
  z.object({ step: z.enum(['ask-committee', 'offer-seat']), ...asking }),
  z.object({ step: z.literal('mark-stuck'), ...subject, error: z.string() }),
]);

type Step<Given, Result> = (deps: Dependencies, step: Given, now: Instant) => Promise<Result>;

const counts = {
  'see-round': seeRound,
  'settle-intake': settleIntake,
  'start-screenings': startScreenings,
  'count-reviews': countReviews,
  'release-results': releaseResults,
  'count-seats': countSeats,
  'confirm-cohort': confirmCohort,
  'tell-cancelled': tellCancelled,
} as const satisfies Record<string, Step<CountStep, Counted>>;

const tasks = {
  'assign-reviewers': assignReviewersOfRound,
  'rank-applicants': rankApplicants,
} as const satisfies Record<string, Step<RoundStep, string>>;

const asks = {
  'ask-committee': askCommittee,
  'offer-seat': offerSeat,
} as const satisfies Record<string, Step<AskStep, void>>;

/** Does one step; the outcome is what a Choice branches on. */
export async function performStep(
  deps: Dependencies,
  input: z.infer<typeof stepInputSchema>,
  now: Instant,
): Promise<{ readonly outcome: string }> {
  if (input.step === 'mark-stuck') {
    const machines = machinesOf(deps);
    const round = await deps.admissions.get(input.reference);
    await markStuck(deps, machines[round ? 'cohort-admission' : 'seat-offer'], input, now);
    return { outcome: 'STUCK' };
  }
  if ('checks' in input) return counts[input.step](deps, input, now);
  if ('token' in input) {
    await asks[input.step](deps, input, now);
    return { outcome: 'ASKED' };
  }
  return { outcome: await tasks[input.step](deps, input, now) };
}
