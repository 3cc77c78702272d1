import { randomBytes } from 'node:crypto';
import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { type Application, newApplication } from '../../../functions/applications/application.ts';
import type { SentVersion } from '../../../functions/applications/applications-table.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import type { Review } from '../../../functions/screening/review.ts';
import type { Screening } from '../../../functions/screening/screening.ts';
import { type Admission, changedAdmission, roundSubject } from '../../../functions/selection/admission.ts';
import { newReference } from '../../../functions/shared/references.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { answers, emailOf, type FilledForm, typedOf } from '../applicants.ts';

type Reach = Pick<Dependencies, 'applications' | 'screenings' | 'admissions' | 'commit'>;

export interface Placed {
  readonly reference: string;
  readonly email: string;
  readonly name: string;
}

export interface Wanted {
  readonly form?: FilledForm;
  /** One list a reviewer, in the order of the round's criteria. */
  readonly scores: readonly (readonly number[])[];
  readonly lang?: 'ko' | 'en';
  /** What each reviewer writes for the committee. */
  readonly comment?: string;
}

/** Six reviewers, so that each has several reviews and all are connected. */
const reviewerOf = (application: number, review: number): string => `reviewer-${((application + review * 2) % 6) + 1}`;

/** Scores that tell applicants apart, the first the best: two reviews that agree within a point. */
export const plainScores = (index: number, of: number): readonly (readonly number[])[] => {
  const level = 5 - Math.floor((index * 4) / of);
  const lower = Math.max(1, level - (index % 2));
  return [
    [level, level, lower, level],
    [level, lower, level, lower],
  ];
};

/** An application in the selection with its sent reviews, as intake and screening leave it. */
export function reviewedApplication(round: Round, index: number, wanted: Wanted, now: Instant) {
  const form = wanted.form ?? answers();
  const lang = wanted.lang ?? 'ko';
  const reference = newReference(round.code, randomBytes(7));
  const typed = typedOf(round, form);
  const checked = checkPages(pagesOf(round), typed, lang);
  if (!checked.answers) throw new Error(JSON.stringify(checked.problems.flatMap(({ errors }) => errors)));
  const drafted = newApplication({
    reference,
    roundId: round.id,
    roundVersion: round.version,
    lang,
    email: emailOf(form),
    now,
    closesAt: round.closesAt,
  });
  const application: Application = {
    ...drafted,
    state: 'ACCEPTED',
    version: 1,
    run: 1,
    name: String(form['about-you'].name),
    email: emailOf(form),
    sentAt: now,
    expiresAt: undefined,
  };
  const version: SentVersion = {
    reference,
    version: 1,
    roundVersion: round.version,
    lang,
    sentAt: now,
    typed,
    answers: checked.answers,
  };
  const criteria = round.admission?.review.criteria ?? [];
  const reviews = wanted.scores.map(
    (scores, number): Review => ({
      id: Buffer.from(randomBytes(16)).toString('hex'),
      reference,
      roundId: round.id,
      reviewer: reviewerOf(index, number),
      number: number + 1,
      label: index + 1,
      why: 'assigned',
      state: 'SENT',
      revision: 1,
      scores: Object.fromEntries(criteria.map(({ id }, criterion) => [id, scores[criterion] ?? 3])),
      comment: wanted.comment ?? `${index + 1}번 지원서에 대한 의견 ${number + 1}`,
      assignedAt: now,
      savedAt: now,
      endedAt: now,
    }),
  );
  const screening: Screening = {
    reference,
    roundId: round.id,
    roundVersion: round.version,
    lang,
    state: 'REVIEWED',
    revision: 1,
    run: 1,
    changedAt: now,
    wanted: reviews.length,
    reviews: reviews.map(({ id, reviewer, why, state }) => ({ id, reviewer, why, state })),
    news: false,
    openedAt: now,
    closedAt: now,
  };
  return { application, version, reviews, screening };
}

/** Applications stored at a time. */
const abreast = 20;

/** Stores applications in the selection with their reviews, the first wanted the first given. */
export async function storeReviewed(
  deps: Reach,
  round: Round,
  wanted: readonly Wanted[],
  now: Instant,
): Promise<Placed[]> {
  const store = async (one: Wanted, index: number): Promise<Placed> => {
    const { application, version, reviews, screening } = reviewedApplication(round, index, one, now);
    const { reference, email = '', name = '' } = application;
    await deps.commit({
      changes: [
        deps.applications.create(application),
        deps.applications.putVersion(version),
        deps.applications.listInRound(round.id, reference),
        ...deps.screenings.create(screening),
        ...reviews.flatMap((review) => deps.screenings.createReview(review)),
      ],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    return { reference, email, name };
  };
  const placed: Placed[] = [];
  for (let from = 0; from < wanted.length; from += abreast) {
    const some = wanted.slice(from, from + abreast);
    placed.push(...(await Promise.all(some.map((one, index) => store(one, from + index)))));
  }
  return placed;
}

/** As if all reviews were in. */
export async function toRanking(
  deps: Pick<Dependencies, 'admissions' | 'commit'>,
  round: Round,
  now: Instant,
): Promise<Admission> {
  const was = await deps.admissions.get(round.id);
  if (!was) throw new Error('the round has no admission');
  const next: Admission = {
    ...changedAdmission(was, now, { roundVersion: round.version }),
    state: 'RANKING',
    since: { ...was.since, RANKING: now },
  };
  await deps.commit({
    changes: [deps.admissions.save(next, was)],
    events: [{ subject: roundSubject(round.id), type: 'MadeByTest', by: 'operator:test', at: now }],
  });
  return next;
}
