import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { closeReviews } from './close-reviews.ts';
import { compareReviews } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import { findAnotherReviewer } from './find-another-reviewer.ts';
import type { screeningSteps as listed } from './joints.ts';
import { screeningRuns } from './screening-runs.ts';
import { waitForReviewers } from './wait-for-reviewers.ts';

const screeningSteps = {
  tasks: {
    'compare-reviews': compareReviews,
    'find-another-reviewer': findAnotherReviewer,
    'close-reviews': closeReviews,
  },
  asks: { 'wait-for-reviewers': waitForReviewers },
} as const satisfies StepsOf<Dependencies, typeof listed>;

/** Does the steps that screening brings. */
export const screeningDoer = stepDoer<Dependencies>(screeningSteps, screeningRuns);
