import type { ClaimsFile } from '../claim-rules/claims-file.ts';
import { isWaiting, type OpenCorrection } from '../claim-rules/correction.ts';
import { isClaimComing } from '../claim-rules/taught-lessons.ts';
import type { BasisReach } from '../claims/claim-basis.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { makeClaim } from '../claims/make-claim.ts';
import { settingsOn } from '../claims/wage-rules.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { businessDayEnd, type Instant, seoulDateOf, seoulTime } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { whoseCorrections } from './whose-corrections.ts';

type Reach = BasisReach & Pick<Dependencies, 'commit'>;

/**
 * Settles the corrections that no further claim has taken in time, or for which none will come: what is in the lecturer's
 * favour makes a claim of its own, and what is in the city's, and more than that, is asked back.
 * @returns of how many lecturers and cohorts
 */
export async function settleCorrections(deps: Reach, now: Instant): Promise<number> {
  const lecturers = await whoseCorrections(deps, 'CORRECTION_WAITING', now);
  if (lecturers.length === 0) return 0;
  const settings = await settingsOn(deps, now);
  let settled = 0;
  for (const lecturer of lecturers) {
    const waiting = (await deps.claims.correctionsOf(lecturer)).filter(isWaiting);
    for (const cohort of new Set(waiting.map((one) => one.cohort))) {
      const isDone = await decideAgainOnConflict(
        () => settleOf(deps, { lecturer, cohort, settings }, now),
        tries.contested,
      );
      if (isDone) settled += 1;
    }
  }
  return settled;
}

async function settleOf(
  deps: Reach,
  given: { readonly lecturer: string; readonly cohort: string; readonly settings: ClaimsFile },
  now: Instant,
): Promise<boolean> {
  const { lecturer: id, cohort, settings } = given;
  const [lecturer, corrections, claimed, timetable] = await Promise.all([
    deps.lecturers.get(id),
    deps.claims.correctionsOf(id),
    deps.claims.claimedOf(cohort),
    deps.timetables.get(cohort),
  ]);
  const waiting = corrections.filter((one) => one.cohort === cohort && isWaiting(one));
  if (!lecturer || waiting.length === 0) return false;
  const isOneComing = isClaimComing(id, timetable?.lessons ?? [], claimed?.claimed ?? {});
  if (isOneComing && !waiting.some((one) => hasWaited(one, settings, now))) return false;
  const month = seoulDateOf(now).slice(0, 7);
  const made = await makeClaim(
    deps,
    { cohort, month, by: 'system:clock', lecturer, lessons: [], claimed: undefined },
    now,
  );
  return made.kind === 'drafted' || made.kind === 'asked-back';
}

const hasWaited = (
  { waitsSince, at }: OpenCorrection,
  { settleWithin }: Pick<ClaimsFile, 'settleWithin'>,
  now: Instant,
): boolean => businessDayEnd(seoulTime(waitsSince ?? seoulDateOf(at), '00:00'), settleWithin) <= now;
