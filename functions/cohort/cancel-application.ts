import { changedApplication, nextState } from '../applications/application.ts';
import { cancelOpenRequest } from '../applications/open-requests.ts';
import { cancelScreening } from '../screening/cancel-screening.ts';
import { cancelPlace } from '../seats/leave-selection.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

type Needed = Pick<Dependencies, 'applications' | 'requests' | 'screenings' | 'admissions' | 'seats' | 'commit'>;

/**
 * Ends one application of a cancelled round in one commit, with everything that is open about it, and tells the
 * applicant. False for one that was refused, withdrawn or told before.
 */
export async function cancelApplication(deps: Needed, reference: string, by: string, now: Instant): Promise<boolean> {
  return decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (!was || !nextState(was.state, 'cancel')) return false;
    const [open, screening, place] = await Promise.all([
      cancelOpenRequest(deps, was, 'CANCELLED', by, now),
      cancelScreening(deps, reference, { by, outcome: 'CANCELLED' }, now),
      cancelPlace(deps, reference, { by, now }),
    ]);
    await deps.commit({
      changes: [
        deps.applications.save(changedApplication(was, now, { stuck: undefined }, 'cancel'), was),
        ...open.changes,
        ...screening.changes,
        ...place.changes,
      ],
      events: [
        { subject: reference, type: 'ApplicationCancelled', by, at: now, data: { from: was.state } },
        ...screening.events,
        ...place.events,
      ],
      outbox: [
        ...open.outbox,
        ...screening.outbox,
        ...place.outbox,
        { kind: 'mail', template: 'round-cancelled', to: { applicant: reference }, ids: {} },
      ],
    });
    return true;
  }, tries.shared);
}
