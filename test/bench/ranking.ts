import { applicationScore } from '../../functions/screening/score.ts';
import { lotOf } from '../../functions/selection/lot.ts';
import { rank } from '../../functions/selection/ranking.ts';
import { fitSeverity } from '../../functions/selection/severity.ts';
import { freezeRanking, inputsHashOf } from '../../functions/selection/snapshot.ts';
import { canonicalHash } from '../../functions/shared/database/canonical.ts';
import { instantSchema } from '../../functions/shared/time.ts';
import { rulesWith } from '../functions/selection/rules.ts';
import { rubric, type SyntheticRound, syntheticRound } from '../functions/selection/synthetic.ts';

const seed = 'ab'.repeat(32);

function timed<T>(what: string, act: () => T): T {
  const begun = performance.now();
  const result = act();
  console.log(`${what.padEnd(52)}    1 ×  ${(performance.now() - begun).toFixed(0)} ms`);
  return result;
}

function candidatesOf({ truth, reviews }: SyntheticRound, adjusted: ReadonlyMap<string, number>) {
  const own = Map.groupBy(reviews, ({ reference }) => reference);
  return [...truth.keys()].map((reference) => ({
    reference,
    lot: lotOf(seed, reference),
    quotas: [],
    scores: applicationScore(
      rubric,
      (own.get(reference) ?? []).map(({ scores }) => scores),
    ),
    adjusted: adjusted.get(reference),
  }));
}

/** Prints what fitting, ranking and freezing a round of 5,000 applications takes. */
export function benchRanking(): void {
  const shape = { seed: 1, applications: 5000, reviewers: 200, perApplication: 2, severity: 0.6 };
  const round = syntheticRound(shape);
  const fit = timed('severity fitted: 5,000 applications, 200 reviewers', () => fitSeverity(round.reviews));
  const adjusted = fit.kind === 'adjusted' ? fit.scores : new Map<string, number>();
  const candidates = timed('scores and lots of 5,000', () => candidatesOf(round, adjusted));
  const rules = rulesWith();
  timed('5,000 ranked', () => rank(candidates, rules.ranking));
  const snapshot = timed('5,000 ranked, seated and frozen', () =>
    freezeRanking({
      round: { id: 'academy-2027h1', version: 1, capacity: 1000 },
      rules,
      candidates,
      inputsHash: inputsHashOf(round.reviews.map((review) => ({ ...review, revision: 1 }))),
      seedHash: canonicalHash(seed),
      at: instantSchema.parse('2027-02-12T01:00:00Z'),
      by: 'system:admission',
    }),
  );
  console.log(`their snapshot as JSON: ${(JSON.stringify(snapshot).length / 1e6).toFixed(1)} MB`);
}
