import type { Application } from '../applications/application.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { type PlaceResult, placeResultOf } from '../seats/place-result.ts';
import { admittingRound } from '../selection/admitting-round.ts';
import type { Why } from '../selection/why.ts';
import { whyOf } from '../selection/why-of.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';
import { reconsiderationPhase } from './reconsideration.ts';

/** A released result with its reasons, and what can be done about it. */
export interface Result {
  readonly kind: 'released';
  readonly result: PlaceResult;
  readonly why: Why | undefined;
  readonly reconsideration: {
    readonly phase: ReturnType<typeof reconsiderationPhase>;
    readonly until: Instant;
    /** What was asked for. */
    readonly request?: PersonRequest;
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
  const result = await placeResultOf(deps, application, now);
  if (!result) return { kind: 'none' };
  const { place } = result;
  const { rules } = await admittingRound(deps, admission);
  const [why, request] = await Promise.all([
    whyOf(deps, place),
    place.lookAgain === undefined ? undefined : deps.requests.get(place.lookAgain),
  ]);
  return {
    kind: 'released',
    result,
    why,
    reconsideration: {
      phase: reconsiderationPhase(place, releasedAt, rules.lookAgain.within, now),
      until: businessDayEnd(releasedAt, rules.lookAgain.within),
      request,
    },
  };
}
