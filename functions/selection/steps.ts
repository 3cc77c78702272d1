import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { admissionRuns } from './admission-runs.ts';
import { assignReviewersOfRound } from './assign-reviewers.ts';
import { countReviews } from './count-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import type { selectionSteps as steps } from './joints.ts';
import { rankApplicants } from './rank-applicants.ts';
import { seeRound } from './see-round.ts';
import { settleIntake } from './settle-intake.ts';
import { startScreenings } from './start-screenings.ts';

const selectionSteps = {
  counts: {
    'see-round': seeRound,
    'settle-intake': settleIntake,
    'start-screenings': startScreenings,
    'count-reviews': countReviews,
  },
  tasks: { 'assign-reviewers': assignReviewersOfRound, 'rank-applicants': rankApplicants },
} as const satisfies StepsOf<Dependencies, typeof steps>;

/** Does the steps that the selection brings. */
export const selectionDoer = stepDoer<Dependencies>(selectionSteps, admissionRuns);
