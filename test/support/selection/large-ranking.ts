import { createHash } from 'node:crypto';
import type { Round } from '../../../functions/rounds/round.ts';
import { applicationScore, reviewScore } from '../../../functions/screening/score.ts';
import { lotOf } from '../../../functions/selection/lot.ts';
import type { Candidate } from '../../../functions/selection/ranking.ts';
import { fitSeverity } from '../../../functions/selection/severity.ts';
import { freezeRanking, inputsHashOf, type Snapshot } from '../../../functions/selection/snapshot.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';

const at = instantSchema.parse('2027-02-16T09:00:00Z');
const seed = createHash('sha256').update('a seed for tests').digest('hex');

/** The same bytes for the same number, so that a ranking is the same on every machine. */
const bytesOf = (number: number): Uint8Array => createHash('sha256').update(`applicant ${number}`).digest();

export const largeRound: Round = { ...academyRound(), version: 3 };

/** Ranks so many applications with two reviews each, as a whole round is ranked. */
export function largeSnapshot(count: number): Snapshot {
  const rules = largeRound.admission;
  if (!rules) throw new Error('the round has no admission');
  const { criteria } = rules.review;
  const reviewers = Math.max(6, Math.ceil(count / 25));
  const given = Array.from({ length: count }, (_, number) => {
    const bytes = bytesOf(number);
    const reference = newReference(largeRound.code, bytes);
    const scores = [0, 1].map((review) =>
      Object.fromEntries(
        criteria.map(({ id }, index) => [id, Math.min(5, 1 + ((bytes[8 + review * 4 + index] ?? 0) % 5))]),
      ),
    );
    const reviews = scores.map((of, review) => ({
      reference,
      reviewer: `reviewer-${(number * 7 + review * 3 + (number % (review + 2))) % reviewers}`,
      revision: 2,
      scores: of,
    }));
    return { reference, reviews, scores, quotas: number % 6 === 0 ? ['early-career'] : [] };
  });
  const fit = fitSeverity(
    given.flatMap(({ reviews }) =>
      reviews.map(({ reference, reviewer, scores }) => ({ reference, reviewer, score: reviewScore(criteria, scores) })),
    ),
  );
  const candidates = given.map(
    ({ reference, scores, quotas }): Candidate => ({
      reference,
      lot: lotOf(seed, reference),
      quotas,
      scores: applicationScore(criteria, scores),
      adjusted: fit.kind === 'adjusted' ? fit.scores.get(reference) : undefined,
    }),
  );
  return freezeRanking({
    round: largeRound,
    rules,
    candidates,
    whyRaw: fit.kind === 'raw' ? fit.why : undefined,
    inputsHash: inputsHashOf(given.flatMap(({ reviews }) => reviews)),
    seedHash: createHash('sha256').update(seed).digest('hex'),
    at,
    by: 'system:run',
  });
}
