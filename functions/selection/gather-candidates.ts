import type { Application } from '../applications/application.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Review } from '../screening/review.ts';
import { applicationScore, reviewScore } from '../screening/score.ts';
import { quotasOf } from './allocation.ts';
import type { Dependencies } from './dependencies.ts';
import { lotOf } from './lot.ts';
import type { Candidate } from './ranking.ts';
import type { ScoredReview } from './severity.ts';
import type { ReviewInput } from './snapshot.ts';

/** References read at a time. */
const inOnePage = 100;

export interface Gathered {
  readonly candidates: readonly Candidate[];
  readonly scored: readonly ScoredReview[];
  readonly inputs: readonly ReviewInput[];
}

type Reach = Pick<Dependencies, 'applications' | 'screenings'>;

/** Every application of a round that is in the selection, with what its sent reviews say, page by page. */
export async function gatherCandidates(
  deps: Reach,
  { roundId, seed }: { readonly roundId: string; readonly seed: string },
  rules: AdmissionRules,
): Promise<Gathered> {
  const gathered: { candidates: Candidate[]; scored: ScoredReview[]; inputs: ReviewInput[] } = {
    candidates: [],
    scored: [],
    inputs: [],
  };
  let after: string | undefined;
  do {
    const page = await deps.applications.sentIn(roundId, after, inOnePage);
    const applications = (await deps.applications.many(page.references)).filter(({ state }) => state === 'ACCEPTED');
    const reviews = await sentReviews(deps, applications);
    const quotas = await quotaMembership(deps, applications, rules);
    for (const { reference } of applications) {
      const own = reviews.get(reference) ?? [];
      gathered.candidates.push({
        reference,
        lot: lotOf(seed, reference),
        quotas: quotas.get(reference) ?? [],
        scores: applicationScore(
          rules.review.criteria,
          own.map(({ scores }) => scores),
        ),
      });
      gathered.scored.push(
        ...own.map(({ reviewer, scores }) => ({
          reference,
          reviewer,
          score: reviewScore(rules.review.criteria, scores),
        })),
      );
      gathered.inputs.push(...own.map(({ reviewer, revision, scores }) => ({ reference, reviewer, revision, scores })));
    }
    after = page.after;
  } while (after !== undefined);
  return gathered;
}

async function sentReviews(
  { screenings }: Reach,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly Review[]>> {
  const found = await screenings.many(applications.map(({ reference }) => reference));
  const ids = found.flatMap(({ reviews }) => reviews.map(({ id }) => id));
  const sent = (await screenings.reviewsWith(ids)).filter(({ state }) => state === 'SENT');
  return Map.groupBy(sent, ({ reference }) => reference);
}

async function quotaMembership(
  { applications: table }: Reach,
  applications: readonly Application[],
  { ranking }: AdmissionRules,
): Promise<ReadonlyMap<string, string[]>> {
  if (ranking.quotas.length === 0) return new Map();
  const versions = await table.versionsOf(applications);
  return new Map(versions.map(({ reference, answers }) => [reference, quotasOf(answers, ranking.quotas)]));
}
