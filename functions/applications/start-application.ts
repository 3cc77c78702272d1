import type { Round } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { fingerprint, newSecret } from '../shared/random.ts';
import { newReference } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
import { newApplication } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/** Begins a draft. The secret goes into the browser's cookie and is stored as its fingerprint only. */
export async function startApplication(
  { applications, commit, random }: Pick<Dependencies, 'applications' | 'commit' | 'random'>,
  round: Round,
  lang: Lang,
  now: Instant,
): Promise<{ readonly reference: string; readonly secret: string }> {
  const secret = newSecret(random);
  return decideAgainOnConflict(async () => {
    const reference = newReference(round.code, random(16));
    const application = newApplication({
      reference,
      roundId: round.id,
      roundVersion: round.version,
      lang,
      session: fingerprint(secret),
      now,
      closesAt: round.closesAt,
    });
    await commit({
      changes: [applications.create(application)],
      events: [
        {
          subject: reference,
          type: 'ApplicationStarted',
          by: 'applicant',
          at: now,
          data: { round: round.id, roundVersion: round.version },
        },
      ],
    });
    return { reference, secret };
  });
}
