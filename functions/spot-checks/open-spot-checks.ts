import { changedClaim, isApproved, type WageClaim } from '../claim-rules/claim.ts';
import type { SpotCheck } from '../claim-rules/spot-check.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { settingsOn } from '../claims/wage-rules.ts';
import { mailTo } from '../requests/ask.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import { openedRequest } from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import { decideAgainOnConflict, isFault } from '../shared/errors.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

const kind = 'spot-check';
const by = 'system:clock';

type Reach = Pick<Dependencies, 'claims' | 'commit' | 'lecturers' | 'people' | 'random' | 'requests' | 'rules'> & {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
};

/**
 * Asks somebody of finance who has not approved it about each claim that was drawn. If nobody is left, the operators are
 * told once, and it is tried again the next night.
 * @returns of how many somebody was asked
 */
export async function openSpotChecks(deps: Reach, now: Instant): Promise<number> {
  let asked = 0;
  for (const id of await deps.claims.toCheck()) {
    if (await decideAgainOnConflict(() => openOne(deps, id, now), tries.contested)) asked += 1;
  }
  return asked;
}

async function openOne(deps: Reach, id: string, now: Instant): Promise<boolean> {
  const was = await deps.claims.get(id);
  const spotCheck = was?.spotCheck;
  if (!was || !isApproved(was) || !spotCheck?.drawn || spotCheck.request) return false;
  const { finance, spotCheck: says } = await settingsOn(deps, now);
  const { first, deputy, escalation } = finance;
  const after = { ...(deputy !== undefined && { deputy }), ...(escalation !== undefined && { escalation }) };
  const named = await somebody(deps, { id, person: first, plan: after }, now);
  if (!named) return tellNobody(deps, was, spotCheck, now);
  const request = openedRequest({
    id: newId(deps.random),
    kind,
    subject: id,
    context: was.cohort,
    askKey: `${kind}/${id}/${was.asks}`,
    outcomes: ['FINE', 'HOLD', 'CORRECT'],
    assignee: { person: named.person },
    why: named.why,
    plan: { within: says?.within ?? finance.within, remindAfter: [...finance.remindAfter], ...after },
    now,
  });
  await deps.commit({
    changes: [
      deps.claims.save(changedClaim(was, now, { spotCheck: { ...spotCheck, request: request.id } }), was),
      deps.claims.removeToCheck(id),
      ...deps.requests.create(request),
    ],
    events: [
      {
        subject: id,
        type: 'SpotCheckAsked',
        by,
        at: now,
        data: { request: request.id, assignee: named.person, due: request.dueAt },
      },
    ],
    outbox: [mailTo(request, 'request-opened')],
  });
  return true;
}

/** Who looks: the first of finance who is here and has no part in the claim; nobody, if all have. */
async function somebody(
  deps: Reach,
  { id, ...given }: { readonly id: string; readonly person: string; readonly plan: { readonly deputy?: string } },
  now: Instant,
) {
  try {
    return await whoIsAsked(deps, { kind, subject: id, ...given }, now);
  } catch (error) {
    if (isFault(error, 'NobodyMayDecide')) return undefined;
    throw error;
  }
}

async function tellNobody(deps: Reach, was: WageClaim, spotCheck: SpotCheck, now: Instant): Promise<false> {
  if (spotCheck.toldNobody) return false;
  const operators = await deps.people.withRole('operator');
  await deps.commit({
    changes: [deps.claims.save(changedClaim(was, now, { spotCheck: { ...spotCheck, toldNobody: now } }), was)],
    events: [{ subject: was.id, type: 'SpotCheckWithoutAnybody', by, at: now }],
    outbox: operators.map(({ id }) => ({
      kind: 'mail' as const,
      template: 'operator-notice' as const,
      to: { person: id },
      ids: { about: 'spot-check-nobody', subject: was.id, detail: was.state },
    })),
  });
  return false;
}
