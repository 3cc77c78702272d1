import { assignReviewers, type Excluded, type Missing } from '../reviewers/assignment.ts';
import { reviewInterestsBetween, surely } from '../reviewers/conflicts.ts';
import { changedReviewer, newReviewer } from '../reviewers/reviewer.ts';
import { applicantsOf, asAvailable, asJudge, awayTooLong, reviewersOfRound } from '../reviewers/round-reviewers.ts';
import { presentRunOf } from '../runs/run.ts';
import type { Commitment } from '../shared/database/commit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { lacksAnybody } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import type { screeningSteps } from './joints.ts';
import { openedReview } from './open-review.ts';
import { changedScreening, countsOf, lacksReviewer, type Screening, type ScreeningStep } from './screening.ts';

type Needed = Pick<
  Dependencies,
  'screenings' | 'applications' | 'requests' | 'rounds' | 'people' | 'commit' | 'random'
>;

/**
 * *Find another reviewer*: the one with the least to do whom conflicts, languages, absences and capacity allow, and who
 * was not asked about this application before. Who has missed a review of the round is asked only if nobody else is
 * left, since their load is low for that very reason; who has the look of a conflict, only after them. If nobody is
 * left at all, operators are told once, and once more if that leaves it without any review, since it then waits for
 * somebody who may do it.
 */
export async function findAnotherReviewer(
  deps: Needed,
  { reference, run }: ScreeningStep,
  now: Instant,
): Promise<OutcomeOf<typeof screeningSteps, 'find-another-reviewer'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.get(reference);
    if (!was || presentRunOf(reference, was) !== run) return 'SUPERSEDED';
    if (was.state !== 'REVIEWING' || !lacksReviewer(was)) return 'NOT_NEEDED';
    const choice = await choose(deps, was, now);
    const person = choice.assigned[0]?.reviewers[0];
    if (person) await ask(deps, was, person, now);
    else await deps.commit(await nobodyLeft(deps, was, choice.missing[0], now));
    return person ? 'ASKED' : 'NOBODY';
  }, tries.contested);
}

async function choose(deps: Needed, screening: Screening, now: Instant) {
  const { reference, lang, roundId, roundVersion } = screening;
  const round = await deps.rounds.version(roundId, roundVersion);
  const application = await deps.applications.get(reference);
  if (!round?.admission) throw new Fault('RoundMissing', { round: roundId, version: roundVersion });
  if (!application) throw new Fault('ApplicationMissing', { reference });
  const reviewers = await reviewersOfRound(deps, deps.screenings, roundId);
  const interests = reviewInterestsBetween(await applicantsOf(deps, round, [application]), reviewers.map(asJudge));
  const away = awayTooLong(reviewers, round.admission.review.within, now);
  const had = screening.reviews.map(({ reviewer }) => reviewer);
  const among = (some: typeof reviewers, excluded: Excluded) =>
    assignReviewers([{ reference, lang, wanted: 1, had }], some.map(asAvailable), excluded, away);
  const reliable = reviewers.filter(({ record }) => !record?.missed);
  for (const excluded of [interests, surely(interests)]) {
    for (const some of [reliable, reviewers]) {
      const choice = among(some, excluded);
      if (choice.missing.length === 0) return choice;
    }
  }
  return among(reviewers, surely(interests));
}

async function ask(deps: Needed, was: Screening, person: string, now: Instant): Promise<void> {
  const { reference, roundId } = was;
  const round = await deps.rounds.version(roundId, was.roundVersion);
  if (!round?.admission) throw new Fault('RoundMissing', { round: roundId, version: was.roundVersion });
  const found = await deps.screenings.reviewer(roundId, person);
  const record = found ?? newReviewer(roundId, person);
  const label = record.last + 1;
  const further = was.diverged === true && !was.reviews.some(({ why }) => why === 'divergence');
  const { review, request, changes } = openedReview(deps, {
    id: newId(deps.random),
    reference,
    roundId,
    reviewer: person,
    number: was.reviews.length + 1,
    label,
    why: further ? 'divergence' : 'replacement',
    rules: round.admission.review,
    now,
  });
  const { id, why, state } = review;
  const next = changedScreening(was, now, { reviews: [...was.reviews, { id, reviewer: person, why, state }] });
  const given = { last: label, load: record.load + 1 };
  await deps.commit({
    changes: [
      deps.screenings.save(next, was),
      deps.screenings.saveReviewer(found ? changedReviewer(found, given) : { ...record, ...given }, found),
      ...changes,
    ],
    events: [
      {
        subject: reference,
        type: 'ReviewerAdded',
        by: 'system:run',
        at: now,
        data: { request: id, reviewer: person, why, due: request.dueAt },
      },
    ],
    outbox: [{ kind: 'mail', template: 'review-added', to: { person }, ids: { review: id } }],
  });
}

async function nobodyLeft(
  { screenings, people }: Needed,
  was: Screening,
  missing: Missing | undefined,
  now: Instant,
): Promise<Commitment> {
  const { open, sent } = countsOf(was);
  const waits = lacksAnybody(was);
  const operators = (waits ? was.toldWaiting : was.toldShort) ? [] : await people.withRole('operator');
  const told = { toldShort: true, ...(waits && { toldWaiting: true }) };
  const why: Readonly<Record<string, number>> = missing?.why ?? {};
  return {
    changes: [screenings.save(changedScreening(was, now, { short: true, ...told }), was)],
    events: [
      { subject: was.reference, type: 'NobodyLeftToReview', by: 'system:run', at: now, data: { open, sent, ...why } },
    ],
    outbox: operators.map(({ id }) => ({
      kind: 'mail',
      template: 'operator-notice',
      to: { person: id },
      ids: {
        about: waits ? 'nobody-to-review' : 'nobody-left-to-review',
        subject: was.reference,
        detail: Object.entries(why)
          .map(([reason, count]) => `${reason} ${count}`)
          .join(', '),
      },
    })),
  };
}
