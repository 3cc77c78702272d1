import { changedClaim } from '../claim-rules/claim.ts';
import { isSameCalculation } from '../claim-rules/stored-calculation.ts';
import { claimantOn } from '../lecturers/dated-facts.ts';
import { assigneeId, type PersonRequest } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { isSameWithholding, withholdingOn } from '../wages/withholding.ts';
import { basisOf, calculated } from './claim-basis.ts';
import type { ClaimDecision } from './claim-decision.ts';
import { ended } from './requests.ts';
import { type Barred, barredFrom, standsForOf } from './separation.ts';
import { approve, type Case, type DecideOutcome, type DecideReach, turnDown } from './settle-claim.ts';

interface Given {
  readonly request: string;
  readonly generation: number;
  /** The revision of the claim that they were shown. */
  readonly revision: number;
  readonly by: string;
  readonly decision: ClaimDecision;
}

const deciding = { 'wage-manager': 'CHECKED', 'wage-finance': 'MANAGER_APPROVED' } as const;

const isDeciding = (kind: string): kind is keyof typeof deciding => kind in deciding;

/** Settles what the manager or finance was asked, once. Nothing is approved that is not drawn from the budget with it. */
export async function decideClaim(deps: DecideReach, given: Given, now: Instant): Promise<DecideOutcome> {
  return decideAgainOnConflict(async () => {
    const found = await caseOf(deps, given, now);
    if (!found) return { kind: 'somebody-was-first' };
    const { claim, basis, person, standsFor } = found;
    const why = barredFrom(
      { lecturer: basis.lecturer, approvals: claim.approvals },
      { id: person.id, email: person.email, ...(standsFor !== undefined && { standsFor }) },
    );
    if (why) {
      await refuseDecision(deps, found.request, { by: given.by, why, outcome: given.decision.outcome }, now);
      return { kind: 'barred', why };
    }
    if (claim.held) return { kind: 'held' };
    if (claim.revision !== given.revision) return { kind: 'seen-before' };
    const calculation = calculated(claim, basis);
    const withholding = withholdingOn(claimantOn(basis.facts, basis.paidOn).payee, basis.paidOn, basis.tax);
    if (!isSameCalculation(calculation, claim.calculation) || !isSameWithholding(withholding, claim.withholding)) {
      await checkAgain(deps, found, now);
      return { kind: 'changed' };
    }
    const { decision } = given;
    if (decision.outcome === 'APPROVE') return approve(deps, found, decision, now);
    return turnDown(deps, found, decision, now);
    // Many claims of one commitment are decided at once.
  }, tries.nextInLine);
}

async function caseOf(deps: DecideReach, given: Given, now: Instant): Promise<Case | undefined> {
  const request = await deps.requests.get(given.request);
  if (request?.state !== 'OPEN' || request.generation !== given.generation) return undefined;
  if (assigneeId(request.assignee) !== given.by || !isDeciding(request.kind)) return undefined;
  const [claim, person] = await Promise.all([deps.claims.get(request.subject), deps.people.get(given.by)]);
  if (claim?.state !== deciding[request.kind]) return undefined;
  if (!person) throw new Fault('PersonMissing', { person: given.by });
  const basis = await basisOf(deps, claim, now);
  const { settings } = basis.rules;
  const named = request.kind === 'wage-manager' ? settings.manager.first : settings.finance.first;
  return { request, kind: request.kind, claim, person, basis, standsFor: standsForOf(request, named) };
}

/** A decision that was asked for and may not be made: nothing changes, and the audit says so. */
export const refuseDecision = (
  { commit }: Pick<DecideReach, 'commit'>,
  request: Pick<PersonRequest, 'id' | 'subject'>,
  {
    by,
    why,
    outcome,
  }: { readonly by: string; readonly why: Barred | 'outcome' | 'interest'; readonly outcome: string },
  now: Instant,
): Promise<void> =>
  commit({
    changes: [],
    events: [
      {
        subject: request.subject,
        type: 'ClaimDecisionRefused',
        by: `person:${by}`,
        at: now,
        data: { request: request.id, why, outcome: /^[A-Z_]{1,20}$/u.test(outcome) ? outcome : 'other' },
      },
    ],
  });

async function checkAgain(deps: DecideReach, { request, claim }: Case, now: Instant): Promise<void> {
  const by = 'system:rules';
  const end = ended(deps, request, { outcome: 'CHANGED', by }, now);
  const { revival, start } = revive('lecturer-wage-approval', claim.id, claim);
  const change = { approvals: [], asks: claim.asks + 1, ...revival };
  await deps.commit({
    changes: [...end.changes, deps.claims.save(changedClaim(claim, now, change, 'checkAgain'), claim)],
    events: [{ subject: claim.id, type: 'ClaimChecked', by, at: now, data: { request: request.id, again: true } }],
    outbox: [...start, ...end.outbox],
  });
}
