import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { fingerprint, newSecret } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, changedApplication, withSession } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Gives a browser that came by a mailed link a session of its own before it changes anything: the link may be revoked
 * by that very change (another e-mail address), and the browser must not be locked out.
 */
export async function keepSession(
  { applications, commit, random }: Pick<Dependencies, 'applications' | 'commit' | 'random'>,
  opened: Application,
  now: Instant,
): Promise<{ readonly secret: string; readonly application: Application }> {
  const { reference } = opened;
  const secret = newSecret(random);
  let read: Application | undefined = opened;
  return decideAgainOnConflict(async () => {
    const was: Application | undefined = read ?? (await applications.get(reference));
    read = undefined;
    if (!was) throw new Fault('ApplicationMissing', { reference });
    const application = changedApplication(was, now, { sessions: withSession(was.sessions, fingerprint(secret)) });
    await commit({
      changes: [applications.save(application, was)],
      events: [{ subject: reference, type: 'BrowserAdmitted', by: 'applicant', at: now }],
    });
    return { secret, application };
  }, tries.contested);
}
