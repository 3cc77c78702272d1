import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { presentRunOf } from '../runs/run.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { cancelScreening } from './cancel-screening.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';
import type { screeningSteps } from './joints.ts';
import type { Review } from './review.ts';
import { reviewScore } from './score.ts';
import { changedScreening, countsOf, lacksReviewer, type Screening, type ScreeningStep } from './screening.ts';

type Needed = Pick<Dependencies, 'screenings' | 'applications' | 'requests' | 'rounds' | 'people' | 'commit'>;

/**
 * *Compare the reviews*: what is missing. `ANOTHER` if fewer are asked than wanted, `WAIT` while somebody is asked, or
 * nobody can be and there is no review at all, `COMPLETE` else. Two scores too far apart make one further review wanted,
 * once. What is open with somebody who has ceased to be a reviewer is ended, whenever that happened.
 */
export async function compareReviews(
  deps: Needed,
  { reference, run }: ScreeningStep,
  now: Instant,
): Promise<OutcomeOf<typeof screeningSteps, 'compare-reviews'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.get(reference);
    if (!was || presentRunOf(reference, was) !== run) return 'SUPERSEDED';
    if (was.state !== 'REVIEWING') return was.state === 'CANCELLED' ? 'CANCELLED' : 'COMPLETE';
    const application = await deps.applications.get(reference);
    if (application?.state !== 'ACCEPTED') return cancelled(deps, reference, now);
    const left = await openWithFormerReviewers(deps, was);
    if (left.length > 0) {
      for (const id of left) await endReview(deps, id, { how: 'unassign', by: 'system:run', why: 'left' }, now);
      return compareReviews(deps, { reference, run }, now);
    }
    const diverge = await divergence(deps, was);
    const next = diverge === undefined ? was : { ...was, wanted: was.wanted + 1, diverged: true };
    if (was.news || next !== was) {
      const { wanted, diverged } = next;
      await deps.commit({
        changes: [deps.screenings.save(changedScreening(was, now, { news: false, wanted, diverged }), was)],
        events: [
          {
            subject: reference,
            type: diverge === undefined ? 'ReviewsCompared' : 'ReviewsDiverged',
            by: 'system:run',
            at: now,
            data: { ...countsOf(was), wanted, ...(diverge !== undefined && { allowed: diverge }), run },
          },
        ],
      });
    }
    return missing(next);
  }, tries.contested);
}

const missing = (screening: Screening): 'ANOTHER' | 'WAIT' | 'COMPLETE' => {
  if (lacksReviewer(screening)) return 'ANOTHER';
  return countsOf(screening).open > 0 || isUnreviewed(screening) ? 'WAIT' : 'COMPLETE';
};

/** Whether there is no review that it could be ranked by: then it is not closed, but waits for somebody to review it. */
export const isUnreviewed = (screening: Pick<Screening, 'reviews'>): boolean => countsOf(screening).sent === 0;

/** Whether it has no review, and nobody is asked for one: it waits until people are loaded, or an operator closes it. */
export const lacksAnybody = (screening: Pick<Screening, 'reviews'>): boolean =>
  isUnreviewed(screening) && countsOf(screening).open === 0;

/** Ids of the reviews that are open with people who are no longer reviewers. */
async function openWithFormerReviewers({ people }: Needed, { reviews }: Screening): Promise<string[]> {
  const open = reviews.filter(({ state }) => state === 'OPEN');
  const persons = await Promise.all(open.map(({ reviewer }) => people.get(reviewer)));
  return open.filter((_, index) => !persons[index]?.roles.includes('reviewer')).map(({ id }) => id);
}

/**
 * The divergence that the round allows, if the reviews that were sent lie further apart and nobody knows of it yet.
 * @param amended a review as it is about to be stored
 */
export async function divergence(
  { screenings, rounds }: Pick<Dependencies, 'screenings' | 'rounds'>,
  screening: Screening,
  amended?: Review,
): Promise<number | undefined> {
  const { open, sent } = countsOf(screening);
  if (screening.diverged || screening.short || open > 0 || sent < Math.max(2, screening.wanted)) return undefined;
  const { criteria, divergence: allowed } = (await rulesOf({ rounds }, screening)).review;
  const reviews = await screenings.reviewsWith(screening.reviews.map(({ id }) => id));
  const scores = reviews
    .map((review) => (review.id === amended?.id ? amended : review))
    .filter(({ state }) => state === 'SENT')
    .map((review) => reviewScore(criteria, review.scores));
  return Math.max(...scores) - Math.min(...scores) > allowed ? allowed : undefined;
}

/** The rules under which an application is screened. @throws if the round is missing or has none. */
export async function rulesOf(
  { rounds }: Pick<Dependencies, 'rounds'>,
  { roundId, roundVersion }: Pick<Screening, 'roundId' | 'roundVersion'>,
): Promise<AdmissionRules> {
  const round = await rounds.version(roundId, roundVersion);
  if (!round?.admission) throw new Fault('RoundMissing', { round: roundId, version: roundVersion });
  return round.admission;
}

/** Withdrawn at the moment at which its screening was started. */
async function cancelled(deps: Needed, reference: string, now: Instant): Promise<'CANCELLED'> {
  const { changes, events, outbox } = await cancelScreening(
    deps,
    reference,
    { by: 'system:run', outcome: 'WITHDRAWN' },
    now,
  );
  const [event, ...more] = events;
  if (event) await deps.commit({ changes, events: [event, ...more], outbox });
  return 'CANCELLED';
}
