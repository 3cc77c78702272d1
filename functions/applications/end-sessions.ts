import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { fingerprint } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Credential } from './access.ts';
import { changedApplication } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { readerOf } from './identity.ts';

/**
 * Ends the session of a browser. A mailed link that it holds is the mail's, and stays good; one that began before
 * sessions were rows is taken from the application.
 */
export async function leave(
  { applications, sessions, commit }: Pick<Dependencies, 'applications' | 'sessions' | 'commit'>,
  credential: Credential | undefined,
  now: Instant,
): Promise<void> {
  if (credential?.kind !== 'session') return;
  const { reference, secret } = credential;
  await sessions.end(reference, secret);
  const own = fingerprint(secret);
  await decideAgainOnConflict(async () => {
    const was = await applications.get(reference);
    if (!was?.sessions.includes(own)) return;
    const next = changedApplication(was, now, { sessions: was.sessions.filter((other) => other !== own) });
    await commit({
      changes: [applications.save(next, was)],
      events: [{ subject: reference, type: 'SessionEnded', by: readerOf(was), at: now }],
    });
  }, tries.contested);
}

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
      events: [{ subject: own.reference, type: 'SignedOutElsewhere', by: readerOf(was), at: now }],
    });
  }, tries.contested);
  await sessions.endAll(own.reference, own.secret);
}
