import type { Round } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Application } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { proveAddress } from './prove-address.ts';

/**
 * Gives a browser that came by a mailed link a session of its own before it changes anything: the link may be revoked
 * by that very change (another e-mail address), and the browser must not be locked out. Whoever has the link reads the
 * mails of the address, so that it is proved with it.
 */
export async function keepSession(
  deps: Pick<Dependencies, 'applications' | 'sessions' | 'commit' | 'random'>,
  round: Round,
  opened: Application,
  now: Instant,
): Promise<{ readonly secret: string; readonly application: Application }> {
  let read: Application | undefined = opened;
  const application = await decideAgainOnConflict(async () => {
    const was: Application | undefined = read ?? (await deps.applications.get(opened.reference));
    read = undefined;
    if (!was || was.proved || was.email === undefined) return was ?? opened;
    return proveAddress(deps, round, was, was.email, now);
  }, tries.contested);
  const { secret } = await deps.sessions.begin(application.reference, 'link', deps.random, now);
  return { secret, application };
}
