import type { Ports } from '../applications/dependencies.ts';
import { loadRound } from '../rounds/load-round.ts';
import { roundPhase } from '../rounds/round.ts';
import { startOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedAdmission, roundSubject } from './admission.ts';
import type { Dependencies } from './dependencies.ts';

export type CloseRoundOutcome =
  /** `run` is the one that goes on from the closing; none, if the round has no admission. */
  | { readonly kind: 'closed'; readonly version: number; readonly run?: number }
  | { readonly kind: 'was-closed' }
  | { readonly kind: 'not-possible'; readonly why: 'unknown' | 'not-open-yet' };

/**
 * Closes a round now, before its announced time: a version whose closing is this moment is loaded, and the admission
 * gets its next run, since the one before sleeps until the announced time. Done again, it does what is still missing.
 */
export async function closeRound(
  deps: Pick<Dependencies & Ports, 'rounds' | 'admissions' | 'selection' | 'commit'>,
  roundId: string,
  given: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<CloseRoundOutcome> {
  const round = await deps.rounds.written(roundId);
  if (!round) return { kind: 'not-possible', why: 'unknown' };
  const phase = roundPhase(round, now);
  if (phase === 'BEFORE') return { kind: 'not-possible', why: 'not-open-yet' };
  if (phase === 'OPEN') {
    const { version: _, cancelled: __, ...draft } = round;
    await loadRound(
      deps,
      { ...draft, closesAt: now },
      { by: given.by, force: { reason: given.reason }, requiredFieldsOf: () => [] },
      now,
    );
  }
  const run = await nextRun(deps, roundId, given, now);
  if (phase !== 'OPEN' && run === undefined) return { kind: 'was-closed' };
  return { kind: 'closed', version: phase === 'OPEN' ? round.version + 1 : round.version, run };
}

/** The next run of an admission that still waits for its closing. */
async function nextRun(
  { admissions, commit }: Pick<Dependencies, 'admissions' | 'commit'>,
  roundId: string,
  { by, reason }: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<number | undefined> {
  return decideAgainOnConflict(async () => {
    const was = await admissions.get(roundId);
    if (was?.state !== 'OPEN') return undefined;
    const run = was.run + 1;
    await commit({
      changes: [admissions.save(changedAdmission(was, now, { run, stuck: undefined }), was)],
      events: [{ subject: roundSubject(roundId), type: 'ClosingBroughtForward', by, at: now, data: { reason, run } }],
      outbox: [startOf('cohort-admission', roundId, run)],
    });
    return run;
  }, tries.contested);
}
