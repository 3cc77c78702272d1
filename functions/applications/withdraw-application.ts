import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, changedApplication, nextState } from './application.ts';
import type { Dependencies, Ports } from './dependencies.ts';
import { readerOf } from './identity.ts';
import { cancelOpenRequest } from './open-requests.ts';
import { releaseIndexes } from './sent-indexes.ts';

/** Withdraws a sent application. Again is the same; from REFUSED there is nothing left to withdraw. */
export async function withdrawApplication(
  deps: Pick<Dependencies & Ports, 'applications' | 'requests' | 'leaving' | 'commit'>,
  reference: string,
  now: Instant,
  /** Somebody in the applicant's place: an operator with the reason, or an officer who helps them; else the applicant. */
  other?: { readonly by: string; readonly reason?: string },
): Promise<{ readonly kind: 'withdrawn' | 'not-possible'; readonly application: Application }> {
  return decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (!was) throw new Fault('ApplicationMissing', { reference });
    if (was.state === 'WITHDRAWN') return { kind: 'withdrawn', application: was };
    if (!nextState(was.state, 'withdraw')) return { kind: 'not-possible', application: was };
    const by = other?.by ?? readerOf(was);
    const next = changedApplication(
      was,
      now,
      { keys: undefined, withdrawal: { at: now, by, reason: other?.reason } },
      'withdraw',
    );
    const open = await cancelOpenRequest(deps, was, 'WITHDRAWN', by, now);
    const left = await deps.leaving(reference, { by, now });
    await deps.commit({
      changes: [
        deps.applications.save(next, was),
        ...releaseIndexes(deps.applications, was),
        ...open.changes,
        ...left.changes,
      ],
      events: [
        {
          subject: reference,
          type: 'ApplicationWithdrawn',
          by,
          at: now,
          data: { from: was.state, ...(other?.reason !== undefined && { reason: other.reason }) },
        },
        ...left.events,
      ],
      outbox: [
        ...open.outbox,
        ...left.outbox,
        {
          kind: 'mail',
          template: left.mail ?? 'application-withdrawn',
          to: { applicant: reference },
          ids: {},
        },
      ],
    });
    return { kind: 'withdrawn', application: next };
  }, tries.contested);
}
