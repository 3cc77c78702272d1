import type { Application } from '../applications/application.ts';
import type { Request } from '../requests/request.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { type Standing, standingOf } from '../seats/standing.ts';
import { admittingRound } from '../selection/admitting-round.ts';
import type { Why } from '../selection/why.ts';
import { whyOf } from '../selection/why-of.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';
import { lookAgainPhase } from './look-again.ts';

/** A released result with its reasons, and what can be done about it. */
export interface Result {
  readonly kind: 'released';
  readonly standing: Standing;
  readonly why: Why | undefined;
  readonly lookAgain: {
    readonly phase: ReturnType<typeof lookAgainPhase>;
    readonly until: Instant;
    /** What was asked for. */
    readonly request?: Request;
  };
}

/** The result of an applicant; `none` for who is not, or no longer, in the selection. */
export async function resultOf(
  deps: Pick<Dependencies, 'admissions' | 'rounds' | 'seats' | 'requests'>,
  application: Application,
  now: Instant,
): Promise<Result | { readonly kind: 'not-yet' } | { readonly kind: 'none' }> {
  const admission = await deps.admissions.get(application.roundId);
  if (!admission || admission.cancelled || application.state !== 'ACCEPTED') return { kind: 'none' };
  const { releasedAt } = admission;
  if (!releasedAt) return { kind: 'not-yet' };
  const standing = await standingOf(deps, application, now);
  if (!standing) return { kind: 'none' };
  const { place } = standing;
  const { rules } = await admittingRound(deps, admission);
  const [why, request] = await Promise.all([
    whyOf(deps, place),
    place.lookAgain === undefined ? undefined : deps.requests.get(place.lookAgain),
  ]);
  return {
    kind: 'released',
    standing,
    why,
    lookAgain: {
      phase: lookAgainPhase(place, releasedAt, rules.lookAgain.within, now),
      until: businessDayEnd(releasedAt, rules.lookAgain.within),
      request,
    },
  };
}
