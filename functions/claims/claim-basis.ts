import { type Basis, calculateClaim } from '../claim-rules/calculate-claim.ts';
import type { WageClaim } from '../claim-rules/claim.ts';
import type { OpenCorrection } from '../claim-rules/correction.ts';
import { type ClaimFinding, findingsOf } from '../claim-rules/findings.ts';
import { monthBefore } from '../claim-rules/pay-day.ts';
import type { StoredCalculation } from '../claim-rules/stored-calculation.ts';
import { allFactsOf } from '../lecturers/dated-facts.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import { Fault } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { rulesInForce, type WageRules } from './wage-rules.ts';

export type BasisReach = Pick<Dependencies, 'claims' | 'lecturers' | 'rules' | 'timetables'>;

/** Whose claim it is. @throws if the lecturer is gone */
async function lecturerOfClaim(
  { lecturers }: Pick<Dependencies, 'lecturers'>,
  { id, lecturer: of }: Pick<WageClaim, 'id' | 'lecturer'>,
): Promise<Lecturer> {
  const lecturer = await lecturers.get(of);
  if (!lecturer) throw new Fault('LecturerMissing', { claim: id, lecturer: of });
  return lecturer;
}

/** All that a claim is calculated with, as it is now. */
export interface ClaimBasis extends Basis {
  readonly lecturer: Lecturer;
  readonly rules: WageRules;
  readonly versions: WageRules['versions'];
  readonly corrections: readonly OpenCorrection[];
  readonly timetable: NonNullable<Awaited<ReturnType<Dependencies['timetables']['get']>>>['lessons'];
}

/** The day whose taxes apply: of the payment, and before it of the day that was promised, or today if that has passed. */
const taxDayOf = (
  { paidOn, promisedPayDate }: Pick<WageClaim, 'paidOn' | 'promisedPayDate'>,
  now: Instant,
): LocalDate => {
  const today = seoulDateOf(now);
  return paidOn ?? (promisedPayDate < today ? today : promisedPayDate);
};

export async function basisOf(
  deps: BasisReach,
  claim: Pick<WageClaim, 'id' | 'lecturer' | 'cohort' | 'promisedPayDate' | 'paidOn'>,
  now: Instant,
): Promise<ClaimBasis> {
  return basisFor(deps, await lecturerOfClaim(deps, claim), claim, now);
}

/** The same for a lecturer who is known. */
export async function basisFor(
  deps: BasisReach,
  lecturer: Lecturer,
  claim: Pick<WageClaim, 'cohort' | 'promisedPayDate' | 'paidOn'>,
  now: Instant,
): Promise<ClaimBasis> {
  const paidOn = taxDayOf(claim, now);
  const [rules, facts, timetable, claims, corrections] = await Promise.all([
    rulesInForce(deps, paidOn, now),
    allFactsOf(deps.lecturers, lecturer),
    deps.timetables.get(claim.cohort),
    deps.claims.byLecturer(lecturer.id),
    deps.claims.correctionsOf(lecturer.id),
  ]);
  return {
    rules,
    versions: rules.versions,
    lecturer,
    facts,
    timetable: timetable?.lessons ?? [],
    claims,
    corrections,
    card: rules.card,
    tax: rules.tax,
    paidOn,
  };
}

/** What a claim comes to now. @throws if the rules do not say it */
export function calculated(
  claim: Pick<WageClaim, 'id' | 'cohort' | 'lessons' | 'said' | 'extras'>,
  basis: Basis,
): StoredCalculation {
  const outcome = calculateClaim(claim, basis);
  if (outcome.kind === 'impossible') {
    throw new Fault('WageRulesMissing', {
      claim: claim.id,
      missing: outcome.missing.map(({ what, on }) => `${what}${on ? ` on ${on}` : ''}`).join('; '),
    });
  }
  return outcome.calculation;
}

/** The claim of the month before, in the same cohort. */
export const lastOf = ({ id, cohort, month }: WageClaim, claims: readonly WageClaim[]): WageClaim | undefined =>
  claims.findLast(
    (one) => one.id !== id && one.cohort === cohort && one.month === monthBefore(month) && one.state !== 'CANCELLED',
  );

/** What is unusual about a claim now. */
export async function lookAtClaim(
  deps: BasisReach,
  claim: WageClaim,
  basis: ClaimBasis,
  now: Instant,
): Promise<ClaimFinding[]> {
  const [claimed, account] = await Promise.all([
    deps.claims.claimedOf(claim.cohort),
    deps.lecturers.usableAccount(claim.lecturer, now),
  ]);
  return findingsOf(claim, {
    timetable: basis.timetable,
    claimed: claimed?.claimed ?? {},
    claims: basis.claims,
    last: lastOf(claim, basis.claims),
    hasAccount: account !== undefined,
    versions: basis.versions,
    settings: basis.rules.settings,
    today: seoulDateOf(now),
  });
}
