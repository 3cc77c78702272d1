import { describe, expect, it } from 'vitest';
import { applicationScore } from '../../../functions/screening/score.ts';
import { fitSeverity } from '../../../functions/selection/severity.ts';
import { kendall, rubric, type SyntheticRound, syntheticRound } from './synthetic.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const shape = { applications: 300, reviewers: 20, perApplication: 2 };

/** The round with the last reviews each by somebody who has no more than that one or two: `hurried` of them in all. */
function withHurried(round: SyntheticRound, hurried: number, each: number): SyntheticRound {
  const from = round.reviews.length - hurried;
  const reviews = round.reviews.map((review, index) =>
    index < from || index % 2 === 0 ? review : { ...review, reviewer: `hurried-${Math.floor(index / (2 * each))}` },
  );
  return { ...round, reviews };
}

/** Kendall's tau with the truth: of the raw means, and of the adjusted scores. */
function nearness({ truth, reviews }: SyntheticRound) {
  const fit = fitSeverity(reviews);
  if (fit.kind === 'raw') throw new Error(fit.why);
  const own = Map.groupBy(reviews, ({ reference }) => reference);
  const raw = [...truth.keys()].map((reference) => {
    const scores = (own.get(reference) ?? []).map(({ scores }) => scores);
    return applicationScore(rubric, scores)?.mean ?? Number.NaN;
  });
  const adjusted = [...truth.keys()].map((reference) => fit.scores.get(reference) ?? Number.NaN);
  const worth = [...truth.values()];
  return { raw: kendall(worth, raw), adjusted: kendall(worth, adjusted) };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function meanNearness(severity: number) {
  const each = seeds.map((seed) => nearness(syntheticRound({ seed, severity, ...shape })));
  const raw = mean(each.map((one) => one.raw));
  const adjusted = mean(each.map((one) => one.adjusted));
  const nearer = each.filter((one) => one.adjusted > one.raw).length;
  console.log(
    `Kendall's tau with the truth, severities ±${severity} points, ${seeds.length} rounds of 300: ` +
      `raw ${raw.toFixed(3)}, adjusted ${adjusted.toFixed(3)}, adjusted nearer in ${nearer}`,
  );
  return { raw, adjusted, nearer };
}

describe('on synthetic rounds with known severities, the adjusted ranking', () => {
  it.each([0.4, 0.6, 0.8])('is nearer to the truth than the raw one, if they differ by ±%d points', (severity) => {
    const { raw, adjusted, nearer } = meanNearness(severity);
    expect(adjusted).toBeGreaterThan(raw);
    expect(nearer).toBeGreaterThanOrEqual(seeds.length * 0.9);
  });

  it.each([1, 2])('is nearer too if a few reviewers stepped in for only %d each', (each) => {
    const rounds = seeds.map((seed) => syntheticRound({ seed, severity: 0.6, ...shape }));
    const nearer = rounds.map((round) => nearness(withHurried(round, 50, each)));
    const [raw, adjusted] = [mean(nearer.map((one) => one.raw)), mean(nearer.map((one) => one.adjusted))];
    console.log(
      `tau at ±0.6 points with 25 reviews by people who have ${each}: raw ${raw.toFixed(3)}, adjusted ${adjusted.toFixed(3)}`,
    );
    expect(adjusted).toBeGreaterThan(raw + 0.03);
  });

  it('loses less than 0.02 if all reviewers are equally severe, and there is nothing to adjust', () => {
    const { raw, adjusted } = meanNearness(0);
    expect(raw - adjusted).toBeLessThan(0.02);
  });

  it('comes from severities that are near the known ones', () => {
    const far = seeds.map((seed) => {
      const round = syntheticRound({ seed, severity: 0.6, ...shape });
      const fit = fitSeverity(round.reviews);
      if (fit.kind === 'raw') throw new Error(fit.why);
      const centre = mean([...round.severities.values()]);
      return mean(
        [...round.severities].map(([who, known]) => Math.abs(known - centre - (fit.severities.get(who) ?? Number.NaN))),
      );
    });
    console.log(`mean error of a fitted severity, known ones ±0.6 points: ${mean(far).toFixed(3)} points`);
    expect(mean(far)).toBeLessThan(0.15);
  });
});
