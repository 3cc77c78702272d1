import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explain } from '../../../functions/wages/explain.ts';
import { testSeed } from '../seed.ts';
import { cards, claims, taxRules } from './arbitrary-claims.ts';
import { calculated } from './rules.ts';
import { calculateAgain } from './second-calculation.ts';

/** Two calculations that know nothing of each other give the same won, and the printed lines add up to them. */
export function calculationsAgree(runs: number): void {
  const seed = testSeed();
  it(`two calculations of a claim agree to the won, and its lines add up, in ${runs} cases (seed ${seed})`, () => {
    console.log(`claims: seed ${seed}`);
    fc.assert(
      fc.property(claims, cards, taxRules, (claim, card, rules) => {
        const first = calculated(claim, card, rules);
        const { gross, incomeTax, localTax, paid } = first;
        expect({
          gross: BigInt(gross),
          incomeTax: BigInt(incomeTax),
          localTax: BigInt(localTax),
          paid: BigInt(paid),
        }).toEqual(calculateAgain(claim, card, rules));
        let sum = 0;
        for (const line of explain(first)) {
          if (line.kind === 'item') sum += line.amount;
          if (line.kind === 'sum') expect(line.amount, line.text.en).toBe(sum);
        }
        expect(sum).toBe(paid);
      }),
      { seed, numRuns: runs },
    );
  });
}
