import { putPartsBack } from '../budget/draw-parts.ts';
import { changedClaim, claimLifecycle, isApproved, unpaidStates, type WageClaim } from '../claim-rules/claim.ts';
import { caughtUpIn } from '../claim-rules/taxed-cases.ts';
import { cancelled } from '../requests/request.ts';
import { revive, startOf } from '../runs/run.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { correctionsBack } from './kept-corrections.ts';
import { ended, openRequestOf } from './requests.ts';

type Reach = Pick<Dependencies, 'budgets' | 'claims' | 'commit' | 'lecturers' | 'requests'>;

interface Given {
  readonly claim: string;
  readonly by: string;
  readonly reason: string;
}

export type HoldOutcome =
  | 'done'
  | 'unchanged'
  | 'unknown'
  | 'too-late'
  /** A correction counts on the tax that it has caught up: it can only be held, or paid and then corrected. */
  | 'counted-on';

/** Whether a paid claim whose tax it has caught up was corrected since it was approved. */
async function isCountedOn({ claims }: Pick<Reach, 'claims'>, was: WageClaim): Promise<boolean> {
  const caughtUp = new Set(caughtUpIn(was.calculation, []).map(({ claim }) => claim));
  const approvedAt = was.approvals.at(-1)?.at;
  if (caughtUp.size === 0 || !isApproved(was) || approvedAt === undefined) return false;
  return (await claims.correctionsOf(was.lecturer)).some(({ of, at }) => caughtUp.has(of) && at >= approvedAt);
}

/** Whether a batch has it, or nothing will be paid. */
const isSettled = ({ state }: Pick<WageClaim, 'state'>): boolean =>
  state === 'IN_BATCH' || !unpaidStates.includes(state);

/** Nothing is decided about it and no batch takes it, until it is released. */
export const holdClaim = (deps: Pick<Reach, 'claims' | 'commit'>, given: Given, now: Instant): Promise<HoldOutcome> =>
  withClaim(deps, given.claim, async (was) => {
    if (isSettled(was)) return 'too-late';
    if (was.held) return 'unchanged';
    const { by, reason } = given;
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, { held: { by, reason, at: now } }), was)],
      events: [{ subject: was.id, type: 'ClaimHeld', by, at: now, data: { reason } }],
    });
    return 'done';
  });

/** It goes on where it was. */
export const releaseClaim = (
  deps: Pick<Reach, 'claims' | 'commit'>,
  given: Given,
  now: Instant,
): Promise<HoldOutcome> =>
  withClaim(deps, given.claim, async (was) => {
    if (!was.held) return 'unchanged';
    const { by, reason } = given;
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, { held: undefined }), was)],
      events: [{ subject: was.id, type: 'ClaimReleased', by, at: now, data: { reason } }],
    });
    return 'done';
  });

/** Takes an approval back before a batch has the claim: what it drew is reserved again, and it is decided anew. */
export const undoApproval = (deps: Reach, given: Given, now: Instant): Promise<HoldOutcome> =>
  withClaim(deps, given.claim, async (was) => {
    if (was.state !== 'APPROVED') return isSettled(was) ? 'too-late' : 'unchanged';
    if (await isCountedOn(deps, was)) return 'counted-on';
    const { by, reason } = given;
    const back = await putPartsBack(deps.budgets, { claim: was.id, commitment: was.cohort, parts: was.drawn, by }, now);
    const run = was.run + 1;
    const looking = await lookEnded(deps, was, by, now);
    const change = { approvals: [], drawn: [], asks: was.asks + 1, stuck: undefined, run };
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, change, 'undo'), was), ...back.changes, ...looking],
      events: [{ subject: was.id, type: 'ClaimUndone', by, at: now, data: { reason } }, ...back.events],
      outbox: [startOf('lecturer-wage-approval', was.id, run)],
    });
    return 'done';
  });

/** Nobody looks again at what is not approved any more. */
async function lookEnded(
  { claims, requests }: Pick<Reach, 'claims' | 'requests'>,
  { id, spotCheck }: Pick<WageClaim, 'id' | 'spotCheck'>,
  by: string,
  now: Instant,
): Promise<readonly Change[]> {
  if (!spotCheck?.drawn) return [];
  const open = await requests.stillOpen([spotCheck.request]);
  return [claims.removeToCheck(id), ...open.map((one) => requests.save(cancelled(one, 'CANCELLED', by, now), one))];
}

/** Ends a claim for good: its lessons can be claimed again, and what it drew is reserved again. */
export const cancelClaim = (deps: Reach, given: Given, now: Instant): Promise<HoldOutcome> =>
  withClaim(deps, given.claim, async (was) => {
    if (was.state === 'CANCELLED') return 'unchanged';
    if (!claimLifecycle.next(was.state, 'cancel')) return 'too-late';
    if (await isCountedOn(deps, was)) return 'counted-on';
    const { by, reason } = given;
    const [claimed, request, corrections, looking] = await Promise.all([
      deps.claims.claimedOf(was.cohort),
      openRequestOf(deps, was),
      correctionsBack(deps, was, now),
      lookEnded(deps, was, by, now),
    ]);
    const end = ended(deps, request, { outcome: 'CANCELLED', by }, now);
    const back = isApproved(was)
      ? await putPartsBack(deps.budgets, { claim: was.id, commitment: was.cohort, parts: was.drawn, by }, now)
      : { changes: [], events: [] };
    const free = Object.fromEntries(Object.entries(claimed?.claimed ?? {}).filter(([, holder]) => holder !== was.id));
    const { revival } = revive('lecturer-wage-approval', was.id, was);
    const change = { drawn: [], held: undefined, ...revival };
    await deps.commit({
      changes: [
        deps.claims.save(changedClaim(was, now, change, 'cancel'), was),
        ...(claimed ? [deps.claims.saveClaimed(was.cohort, free, claimed)] : []),
        ...corrections,
        ...end.changes,
        ...back.changes,
        ...looking,
      ],
      events: [{ subject: was.id, type: 'ClaimCancelled', by, at: now, data: { reason } }, ...back.events],
      outbox: end.outbox,
    });
    return 'done';
  });

const withClaim = (
  { claims }: Pick<Reach, 'claims'>,
  id: string,
  act: (was: WageClaim) => Promise<HoldOutcome>,
): Promise<HoldOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await claims.get(id);
    return was ? act(was) : 'unknown';
  }, tries.shared);
