import * as z from 'zod';
import { markStuck } from '../runs/mark-stuck.ts';
import type { Instant } from '../shared/time.ts';
import { closeReviews } from './close-reviews.ts';
import { compareReviews } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import { findAnotherReviewer } from './find-another-reviewer.ts';
import { screeningRuns } from './screening-runs.ts';
import { waitForReviewers } from './wait-for-reviewers.ts';

const subject = { reference: z.string(), run: z.string() };

/** What a state of screening gives its step: ids only. */
export const stepInputSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('compare-reviews'), ...subject }),
  z.object({ step: z.literal('wait-for-reviewers'), ...subject, token: z.string() }),
  z.object({ step: z.literal('find-another-reviewer'), ...subject }),
  z.object({ step: z.literal('close-reviews'), ...subject }),
  z.object({ step: z.literal('mark-stuck'), ...subject, error: z.string() }),
]);

/** Does one step; the outcome is what a Choice branches on. */
export async function performStep(
  deps: Dependencies,
  input: z.infer<typeof stepInputSchema>,
  now: Instant,
): Promise<{ readonly outcome: string }> {
  switch (input.step) {
    case 'compare-reviews':
      return { outcome: await compareReviews(deps, input, now) };
    case 'wait-for-reviewers':
      await waitForReviewers(deps, input, now);
      return { outcome: 'ASKED' };
    case 'find-another-reviewer':
      return { outcome: await findAnotherReviewer(deps, input, now) };
    case 'close-reviews':
      return { outcome: await closeReviews(deps, input, now) };
    case 'mark-stuck':
      await markStuck(deps, screeningRuns(deps), input, now);
      return { outcome: 'STUCK' };
  }
}
