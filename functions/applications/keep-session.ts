import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { fingerprint, newSecret } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changed, withSession } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Gives a browser that came by a mailed link a session of its own before it changes anything: the link may be revoked
 * by that very change (another e-mail address), and the browser must not be locked out.
 */
export async function keepSession(
  { applications, commit, random }: Pick<Dependencies, 'applications' | 'commit' | 'random'>,
  reference: string,
  now: Instant,
): Promise<string> {
  const secret = newSecret(random);
  await decideAgainOnConflict(async () => {
    const was = await applications.get(reference);
    if (!was) throw new Fault('ApplicationMissing', { reference });
    const sessions = withSession(was.sessions, fingerprint(secret));
    await commit({
      changes: [applications.save(changed(was, now, { sessions }), was)],
      events: [{ subject: reference, type: 'BrowserAdmitted', by: 'applicant', at: now }],
    });
  }, tries.contested);
  return secret;
}
