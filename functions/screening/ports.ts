import type { RunsBrought } from '../runs/run.ts';
import { screeningLeaving } from './cancel-screening.ts';
import type { Dependencies } from './dependencies.ts';
import { hindrance } from './end-open-reviews.ts';
import { reviewsErasing } from './erase-reviews.ts';
import { followReviewers } from './follow-reviewers.ts';
import { screeningLapses } from './lapses.ts';
import { screeningNotices } from './notices.ts';
import { reviewOnDesk } from './reviewer-link.ts';
import { reviewerMails } from './reviewer-mails.ts';
import { screeningRuns } from './screening-runs.ts';

/** What screening does when others tell it something. */
export const screeningPorts = {
  notices: screeningNotices,
  onDesk: reviewOnDesk,
  roles: ['reviewer'],
  lapses: screeningLapses,
  leaving: screeningLeaving,
  erasing: reviewsErasing,
  following: followReviewers,
  runs: { screening: screeningRuns } satisfies RunsBrought<'screening', Dependencies>,
  hindered: { review: hindrance },
  linksOf: reviewerMails,
} as const;
