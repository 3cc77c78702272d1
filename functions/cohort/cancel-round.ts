import { cancelDeliberation } from '../committee/committee-requests.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { startOf } from '../runs/run.ts';
import { changedAdmission, nextAdmissionState, roundSubject } from '../selection/admission.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

export type CancelRoundOutcome =
  /** `run` is the one that tells everybody. */
  | { readonly kind: 'cancelled'; readonly run: number }
  | { readonly kind: 'was-cancelled' }
  /** Its cohort is being confirmed or is, it ended empty, or it has no admission. */
  | { readonly kind: 'not-possible'; readonly state?: string };

/**
 * Cancels a round: from this moment on nothing is taken any more and its pages say why. Everybody is told by the next
 * run, which starts at once; the one before ends when it wakes.
 * @param given.reason in the words that every applicant is told
 */
export async function cancelRound(
  deps: Pick<Dependencies, 'rounds' | 'admissions' | 'seats' | 'requests' | 'commit'>,
  roundId: string,
  given: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<CancelRoundOutcome> {
  return decideAgainOnConflict(async () => {
    const [round, pointer, was, guard] = await Promise.all([
      deps.rounds.written(roundId),
      deps.rounds.pointer(roundId),
      deps.admissions.get(roundId),
      deps.seats.guard(roundId),
    ]);
    if (was?.cancelled) return { kind: 'was-cancelled' };
    if (!round || !was || !nextAdmissionState(was.state, 'cancel')) return { kind: 'not-possible', state: was?.state };
    const { by, reason } = given;
    const news = resumeWithNews(was);
    const run = was.run + 1;
    const cancelled = { by, reason, at: now };
    const next = changedAdmission(
      was,
      now,
      { ...news.change, run, stuck: undefined, progress: undefined, cancelled },
      'cancel',
    );
    await deps.commit({
      changes: [
        deps.admissions.save(next, was),
        ...deps.rounds.load({ ...round, version: round.version + 1, cancelled: { at: now, reason } }, round, pointer),
        ...(guard ? [deps.seats.raiseGuard(guard)] : []),
        ...(await cancelDeliberation(deps, was, by, now)),
      ],
      events: [
        {
          subject: roundSubject(roundId),
          type: 'RoundCancelled',
          by,
          at: now,
          data: { from: was.state, reason, version: round.version + 1 },
        },
      ],
      outbox: [...news.outbox, startOf('cohort-admission', roundId, run)],
    });
    return { kind: 'cancelled', run };
  }, tries.shared);
}
