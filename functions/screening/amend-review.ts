import type { Ports } from '../applications/dependencies.ts';
import { startOf } from '../runs/run.ts';
import type { Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { divergence, rulesOf } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import { movedReview, type Review } from './review.ts';
import { reviewCase, tellScreening } from './review-case.ts';
import { filled, type GivenReview, isNewer } from './save-review.ts';
import { missingScores } from './score.ts';
import { changedScreening, type Screening } from './screening.ts';

export type AmendOutcome =
  | { readonly kind: 'amended' | 'frozen' | 'newer' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

type Needed = Pick<Dependencies & Ports, 'screenings' | 'requests' | 'rounds' | 'selection' | 'commit'>;

/**
 * Changes a review that was sent. A screening that is closed already is opened again if the scores now lie too far
 * apart. From the ranking on it is frozen: a change that meets the ranking is refused.
 */
export async function amendReview(deps: Needed, given: GivenReview, now: Instant): Promise<AmendOutcome> {
  return decideAgainOnConflict(async () => {
    const { review: was, screening } = await reviewCase(deps, given.review);
    const selection = await deps.selection.of(was.roundId);
    if (was.state !== 'SENT' || !selection?.reviewing || screening.state === 'CANCELLED') {
      return { kind: 'frozen' };
    }
    if (isNewer(was, given)) return { kind: 'newer' };
    const { review: rules } = await rulesOf(deps, screening);
    const missing = missingScores(rules.criteria, given.scores);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const review = movedReview(was, 'amend', filled(given, now), now);
    // The round cannot be ranked while the screening is open; after that the selection itself has to be as it was read.
    const told =
      screening.state === 'REVIEWING'
        ? asParts(tellScreening(deps.screenings, screening, review, now))
        : await openedAgain(deps, screening, review, given.by, now);
    const fence = screening.state === 'REVIEWING' ? [] : [selection.asItWas(now)];
    await deps.commit({
      changes: [deps.screenings.saveReview(review, was), ...told.changes, ...fence],
      events: [
        {
          subject: was.reference,
          type: 'ReviewAmended',
          by: `person:${given.by}`,
          at: now,
          data: { request: was.id, revision: review.revision },
        },
        ...told.events,
      ],
      outbox: told.outbox,
    });
    return { kind: 'amended' };
  }, tries.contested);
}

/** What a change does to the screening, for the commit of the change. */
const asParts = ({ change, outbox }: ReturnType<typeof tellScreening>): Parts => ({
  changes: [change],
  events: [],
  outbox,
});

/** Another run compares the reviews once more, if the change has moved them too far apart. */
async function openedAgain(deps: Needed, was: Screening, review: Review, by: string, now: Instant): Promise<Parts> {
  const allowed = await divergence(deps, was, review);
  if (allowed === undefined) return { changes: [], events: [], outbox: [] };
  const { reference } = was;
  const run = was.run + 1;
  const next = changedScreening(was, now, { run, stuck: undefined, closedAt: undefined }, 'reopen');
  return {
    changes: [deps.screenings.save(next, was), deps.screenings.putOpen(next)],
    events: [{ subject: reference, type: 'ScreeningReopened', by: `person:${by}`, at: now, data: { allowed, run } }],
    outbox: [startOf('screening', reference, run)],
  };
}
