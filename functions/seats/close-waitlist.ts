import { changedAdmission, roundSubject, seatsAreOffered } from '../selection/admission.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Ends the waitlist before its last day: closes the waiting list: nobody on it is offered a place any more. Offers that are open run to their
 * answer, and whom the ranking gave a seat is still offered it.
 */
export async function closeWaitlist(
  deps: Pick<Dependencies, 'admissions' | 'seats' | 'commit'>,
  roundId: string,
  given: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<'closed' | 'was-closed' | 'not-possible'> {
  return decideAgainOnConflict(async () => {
    const [was, guard] = await Promise.all([deps.admissions.get(roundId), deps.seats.guard(roundId)]);
    if (was?.waitlistClosedAt) return 'was-closed';
    if (!was || !guard || !seatsAreOffered(was)) return 'not-possible';
    await deps.commit({
      changes: [
        deps.admissions.save(changedAdmission(was, now, { waitlistClosedAt: now }), was),
        deps.seats.raiseGuard(guard),
      ],
      events: [
        {
          subject: roundSubject(roundId),
          type: 'WaitlistClosed',
          by: given.by,
          at: now,
          data: { reason: given.reason },
        },
      ],
    });
    return 'closed';
  }, tries.shared);
}
