import type { WageClaim } from '../claim-rules/claim.ts';
import { settleIn } from '../claim-rules/correction.ts';
import type { Change } from '../shared/database/database.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

/** The corrections that a claim has as its lines wait for another one, but for those that it keeps. */
export async function correctionsBack(
  { claims }: Pick<Dependencies, 'claims'>,
  was: WageClaim,
  now: Instant,
  kept: ReadonlySet<string> = new Set(),
): Promise<Change[]> {
  if (was.corrections.length === 0) return [];
  return (await claims.correctionsOf(was.lecturer))
    .filter(({ id, takenBy }) => takenBy === was.id && !kept.has(id))
    .map((one) => {
      const back = { takenBy: undefined, waitsSince: seoulDateOf(now), count: one.count + 1 };
      return claims.saveCorrection({ ...one, ...back }, one);
    });
}

/** The corrections that still fit into what a claim comes to now: it is never below zero. The others wait again. */
export async function correctionsThatFit(
  deps: Pick<Dependencies, 'claims'>,
  was: WageClaim,
  calculation: WageClaim['calculation'],
  now: Instant,
): Promise<{ readonly corrections: WageClaim['corrections']; readonly changes: readonly Change[] }> {
  const kept = new Set(settleIn(calculation, was.corrections).taken.map(({ id }) => id));
  return {
    corrections: was.corrections.filter(({ id }) => kept.has(id)),
    changes: await correctionsBack(deps, was, now, kept),
  };
}
