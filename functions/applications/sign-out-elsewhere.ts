import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedApplication } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/** Ends every session of an application but the one of the browser that asks, and every link that was mailed. */
export async function signOutElsewhere(
  { applications, sessions, commit }: Pick<Dependencies, 'applications' | 'sessions' | 'commit'>,
  own: { readonly reference: string; readonly secret: string },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await applications.get(own.reference);
    if (!was) throw new Fault('ApplicationMissing', { reference: own.reference });
    const next = changedApplication(was, now, { sessions: [], linkGeneration: was.linkGeneration + 1 });
    await commit({
      changes: [applications.save(next, was)],
      events: [{ subject: own.reference, type: 'SignedOutElsewhere', by: 'applicant', at: now }],
    });
  }, tries.contested);
  await sessions.endAll(own.reference, own.secret);
}
