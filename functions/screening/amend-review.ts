import type { AdmissionState } from '../admission/admission.ts';
import { changedAdmission } from '../admission/admission.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import type { Change } from '../shared/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { rulesOf } from './compare-reviews.ts';
import { movedReview } from './review.ts';
import { reviewCase, tellScreening } from './review-case.ts';
import { type Filled, filled } from './save-review.ts';
import { missingScores, type ReviewScores } from './score.ts';

/** States of a round in which what was sent may still be changed: until it is ranked. */
const amendable: readonly AdmissionState[] = ['STARTING', 'REVIEWING'];
export const mayAmend = (state: AdmissionState | undefined): boolean =>
  state !== undefined && amendable.includes(state);

export type AmendOutcome =
  | { readonly kind: 'amended' | 'frozen' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/** Changes a review that was sent. From the ranking on it is frozen: a change that meets the ranking is refused. */
export async function amendReview(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'rounds' | 'admissions' | 'commit'>,
  given: { readonly review: string; readonly by: string; readonly scores: ReviewScores } & Filled,
  now: Instant,
): Promise<AmendOutcome> {
  return decideAgainOnConflict(async () => {
    const { review: was, screening } = await reviewCase(deps, given.review);
    const admission = await deps.admissions.get(was.roundId);
    if (was.state !== 'SENT' || !admission || !mayAmend(admission.state) || screening.state === 'CANCELLED') {
      return { kind: 'frozen' };
    }
    const { review: rules } = await rulesOf(deps, screening);
    const missing = missingScores(rules.criteria, given.scores);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const review = movedReview(was, 'amend', filled(given, now), now);
    const told = screening.state === 'REVIEWING' ? tellScreening(deps.screenings, screening, review, now) : undefined;
    // The round cannot be ranked while the screening is open; after that the admission itself has to be as it was read.
    const fence: Change = told?.change ?? deps.admissions.save(changedAdmission(admission, now, {}), admission);
    await deps.commit({
      changes: [deps.screenings.saveReview(review, was), fence],
      events: [
        {
          subject: was.reference,
          type: 'ReviewAmended',
          by: `person:${given.by}`,
          at: now,
          data: { request: was.id, revision: review.revision },
        },
      ],
      outbox: told?.outbox ?? [],
    });
    return { kind: 'amended' };
  }, 5);
}
