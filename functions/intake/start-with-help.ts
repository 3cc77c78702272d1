import type { Application } from '../applications/application.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { begunApplication } from '../applications/start-application.ts';
import { type Round, roundPhase } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { fingerprint } from '../shared/random.ts';
import { newReference } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { officeAddress } from './office-address.ts';

export interface Helping {
  /** The officer, who is asked nothing about it afterwards. */
  readonly person: string;
  /** By what the page's form is known: sent twice, it begins one application. */
  readonly form: string;
  readonly lang: Lang;
  readonly reason: string;
  readonly consent: { readonly to: string; readonly words: string };
  readonly reach: string;
}

/**
 * Begins an application for somebody who cannot use mail. Its address is the office's, which the act of the officer
 * proves in place of a code, as the event says. Nothing, unless the round is open to everybody.
 * @returns with whether it was begun just now, and not by the same form before
 */
export async function startWithHelp(
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  round: Round,
  helping: Helping,
  now: Instant,
): Promise<{ readonly application: Application; readonly isNew: boolean } | undefined> {
  const { person, form, lang, ...words } = helping;
  const reference = newReference(round.code, Buffer.from(fingerprint(round.id, 'help', person, form), 'base64url'));
  return decideAgainOnConflict(async () => {
    const begun = await applications.get(reference);
    if (begun?.help?.by === person && begun.roundId === round.id) {
      return begun.erasedAt ? undefined : { application: begun, isNew: false };
    }
    if (round.renews || roundPhase(round, now) !== 'OPEN') return undefined;
    const email = officeAddress(round.contact.email, reference);
    const help = { by: person, at: now, email, ...words };
    const { application, changes } = begunApplication({ applications }, round, { reference, email, lang, help }, now);
    await commit({
      changes: [...changes, applications.putHelped(round.id, person, application)],
      events: [
        {
          subject: reference,
          type: 'ApplicationStartedWithHelp',
          by: `person:${person}`,
          at: now,
          data: { round: round.id, roundVersion: round.version, consent: true, proof: 'office' },
        },
      ],
    });
    return { application, isNew: true };
  }, tries.contested);
}
