import { mayMail, withMail } from '../codes/code.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedApplication, mayMailAgain } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { readerOf } from './identity.ts';
import { askKey } from './open-requests.ts';

/**
 * *Save and come back*: mails the link of a draft to its proved address, within the limit that codes have, too.
 * @returns whether it was mailed
 */
export async function mailDraftLink(
  { applications, codes, commit }: Pick<Dependencies, 'applications' | 'codes' | 'commit'>,
  given: { readonly reference: string; readonly lang: Lang; readonly by?: string },
  now: Instant,
): Promise<boolean> {
  return decideAgainOnConflict(async () => {
    const was = await applications.get(given.reference);
    if (!was?.proved || was.version > 0) return false;
    const { email } = was.proved;
    const mails = await codes.address({ email });
    if (!mayMail(mails, now)) return false;
    await commit({
      changes: [
        applications.save(changedApplication(was, now, { lang: given.lang }), was),
        codes.saveAddress({ email }, withMail(mails, now), mails),
      ],
      events: [
        {
          subject: was.reference,
          type: 'LinkMailed',
          by: given.by ?? readerOf(was),
          at: now,
          data: { why: 'come back later' },
        },
      ],
      outbox: [{ kind: 'mail', template: 'draft-link', to: { applicant: was.reference }, ids: {} }],
    });
    return true;
  }, tries.contested);
}

/** The officer's open question once more, to the applicant's address; within five minutes once. */
export async function mailQuestionAgain(
  deps: Pick<Dependencies, 'applications' | 'commit' | 'requests'>,
  reference: string,
  now: Instant,
  by?: string,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (was?.state !== 'WITH_APPLICANT' || !mayMailAgain(was, now)) return;
    const request = await deps.requests.byAskKey(askKey('question', was));
    if (request?.state !== 'OPEN') return;
    await deps.commit({
      changes: [deps.applications.save(changedApplication(was, now, { linkMailedAt: now }), was)],
      events: [
        { subject: reference, type: 'LinkMailed', by: by ?? readerOf(was), at: now, data: { why: 'question again' } },
      ],
      outbox: [
        {
          kind: 'mail',
          template: 'question-asked',
          to: { applicant: reference },
          ids: { request: request.id, generation: String(request.generation) },
        },
      ],
    });
  });
}
