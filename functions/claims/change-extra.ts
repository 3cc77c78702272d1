import { calculateClaim } from '../claim-rules/calculate-claim.ts';
import { changedClaim, type Extra, type WageClaim } from '../claim-rules/claim.ts';
import { extraOf, taughtLessons, withExtra } from '../claim-rules/claim-sums.ts';
import { claimantOn } from '../lecturers/dated-facts.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { assigneeId } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Missing } from '../wages/look-up.ts';
import { withholdingOn } from '../wages/withholding.ts';
import { type BasisReach, basisOf } from './claim-basis.ts';
import type { Dependencies } from './dependencies.ts';
import { correctionsThatFit } from './kept-corrections.ts';
import { ended, openRequestOf } from './requests.ts';
import { type Barred, barredFrom, standsForOf } from './separation.ts';

export type ChangeExtraOutcome =
  | { readonly kind: 'changed' | 'unchanged' | 'no-lesson' | 'somebody-was-first' | 'held' | 'seen-before' }
  | { readonly kind: 'impossible'; readonly missing: readonly Missing[] }
  | { readonly kind: 'barred'; readonly why: Barred };

/** What somebody changes of what is paid beside the hours, as a claim keeps it. */
function extrasChanged(
  was: Pick<WageClaim, 'extras' | 'extraChanges'>,
  { extra, reason, by }: { readonly extra: Extra; readonly reason: string; readonly by: string },
  at: Instant,
): Pick<WageClaim, 'extras' | 'extraChanges'> {
  const before = extraOf(was.extras, extra);
  return {
    extras: withExtra(was.extras, extra),
    extraChanges: [...(was.extraChanges ?? []), { ...extra, before, reason, by, at }],
  };
}

/** The lecturer is told what was changed, and why. */
const extrasMail = ({ id, lecturer }: Pick<WageClaim, 'id' | 'lecturer'>): OutboxDraft => ({
  kind: 'mail',
  template: 'wage-extras',
  to: { lecturer },
  ids: { claim: id },
});

/**
 * The manager adds, changes or takes away a manuscript or travel while it is theirs to decide: it stays with them, comes to
 * what it does then, and is decided on as it is shown next. Lecturer and finance see what was changed, and why.
 */
export async function changeExtra(
  deps: BasisReach & Pick<Dependencies, 'commit' | 'people' | 'requests'>,
  given: {
    readonly request: string;
    readonly generation: number;
    /** The revision of the claim that they were shown. */
    readonly revision: number;
    readonly by: string;
    readonly extra: Extra;
    readonly reason: string;
  },
  now: Instant,
): Promise<ChangeExtraOutcome> {
  return decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    const isTheirs = request?.kind === 'wage-manager' && assigneeId(request.assignee) === given.by;
    if (request?.state !== 'OPEN' || request.generation !== given.generation || !isTheirs) {
      return { kind: 'somebody-was-first' };
    }
    const [was, person] = await Promise.all([deps.claims.get(request.subject), deps.people.get(given.by)]);
    if (!person) throw new Fault('PersonMissing', { person: given.by });
    if (was?.state !== 'CHECKED') return { kind: 'somebody-was-first' };
    const basis = await basisOf(deps, was, now);
    const standsFor = standsForOf(request, basis.rules.settings.manager.first);
    const deciding = { id: person.id, email: person.email, ...(standsFor !== undefined && { standsFor }) };
    const why = barredFrom({ lecturer: basis.lecturer, approvals: was.approvals }, deciding);
    if (why) return { kind: 'barred', why };
    if (was.held) return { kind: 'held' };
    if (was.revision !== given.revision) return { kind: 'seen-before' };
    const { extra, reason } = given;
    if (!taughtLessons(was).some(({ id }) => id === extra.lesson)) return { kind: 'no-lesson' };
    if (extraOf(was.extras, extra) === extra.amount) return { kind: 'unchanged' };
    const by = `person:${person.id}`;
    const changed = extrasChanged(was, { extra, reason, by }, now);
    const outcome = calculateClaim({ ...was, extras: changed.extras }, basis);
    if (outcome.kind === 'impossible') return outcome;
    const { calculation } = outcome;
    const fitting = await correctionsThatFit(deps, was, calculation, now);
    const change = {
      ...changed,
      calculation,
      corrections: fitting.corrections,
      versions: basis.versions,
      withholding: withholdingOn(claimantOn(basis.facts, basis.paidOn).payee, basis.paidOn, basis.tax),
    };
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, change), was), ...fitting.changes],
      events: [
        {
          subject: was.id,
          type: 'ClaimExtraChanged',
          by,
          at: now,
          data: {
            request: request.id,
            extra: `${extra.kind} ${extra.lesson} ${extra.amount}`,
            before: extraOf(was.extras, extra),
            reason,
            gross: calculation.gross,
          },
        },
      ],
      outbox: [extrasMail(was)],
    });
    return { kind: 'changed' };
  }, tries.contested);
}

export type ExtraOutcome =
  | { readonly kind: 'unknown' | 'no-lesson' | 'unchanged' | 'added' }
  /** The lecturer has not answered yet, or it is decided. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'impossible'; readonly missing: readonly Missing[] };

/**
 * Adds a manuscript or travel to a claim that its lecturer has confirmed and finance has not approved: in place of one of
 * that kind for the same lesson, and gone if it is 0 won. The claim is checked anew, and whoever had approved it decides
 * again.
 */
export async function addExtra(
  deps: BasisReach & Pick<Dependencies, 'commit' | 'requests'>,
  given: { readonly claim: string; readonly extra: Extra; readonly reason: string; readonly by: string },
  now: Instant,
): Promise<ExtraOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.claims.get(given.claim);
    if (!was) return { kind: 'unknown' };
    if (was.state !== 'CHECKED' && was.state !== 'MANAGER_APPROVED') return { kind: 'not-now' };
    const { extra, reason, by } = given;
    if (!taughtLessons(was).some(({ id }) => id === extra.lesson)) return { kind: 'no-lesson' };
    if (extraOf(was.extras, extra) === extra.amount) return { kind: 'unchanged' };
    const changed = extrasChanged(was, given, now);
    const outcome = calculateClaim({ ...was, extras: changed.extras }, await basisOf(deps, was, now));
    if (outcome.kind === 'impossible') return outcome;
    const end = ended(deps, await openRequestOf(deps, was), { outcome: 'CHANGED', by }, now);
    const { revival, start } = revive('lecturer-wage-approval', was.id, was);
    const change = { ...changed, approvals: [], asks: was.asks + 1, ...revival };
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, change, 'checkAgain'), was), ...end.changes],
      events: [
        {
          subject: was.id,
          type: 'ClaimExtraAdded',
          by,
          at: now,
          data: { extra: `${extra.kind} ${extra.lesson} ${extra.amount}`, reason, gross: outcome.calculation.gross },
        },
      ],
      outbox: [...start, ...end.outbox, extrasMail(was)],
    });
    return { kind: 'added' };
  }, tries.contested);
}
