import { emailPageOf } from '../forms/round-form.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Round } from '../rounds/round.ts';
import type { Instant } from '../shared/time.ts';
import { type Application, changedApplication } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { changedDraft } from './draft-items.ts';
import { emailKey, isProvedFor, mailsGoToOffice, readerOf } from './identity.ts';

/** Tells the address before that it is not written to any more. */
export const addressChanged = ({ reference }: Pick<Application, 'reference'>): OutboxDraft => ({
  kind: 'mail',
  template: 'address-changed',
  to: { applicant: reference },
  ids: {},
});

/**
 * Notes that the applicant reads the mails of an address, and from now on writes in its name: at once in a draft, with
 * the next version in what was sent. The first proof ends what began without one: sessions, and links mailed before.
 * The words of the draft stay. An own address in place of the office's ends what was begun by the office's mails.
 * @param was as it was read: whoever calls it reads again on a Conflict
 */
export async function proveAddress(
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  round: Round,
  was: Application,
  email: string,
  now: Instant,
  by: string = readerOf(was),
): Promise<Application> {
  if (isProvedFor(was, email)) return was;
  const { reference } = was;
  const isFirst = was.proved === undefined;
  const isDraft = was.version === 0;
  const key = emailKey(round.id, email);
  const before = isDraft && was.email !== undefined ? emailKey(round.id, was.email) : undefined;
  const isOther = before !== undefined && before !== key;
  const next = changedApplication(was, now, {
    proved: { email, at: now, since: (isDraft && mailsGoToOffice(was) ? undefined : was.proved?.since) ?? now },
    sessions: [],
    linkGeneration: was.linkGeneration + (isFirst || isOther ? 1 : 0),
    ...(isDraft && { email }),
    ...(isOther && !isFirst && { formerEmail: was.email }),
  });
  const page = emailPageOf(round);
  const draft = await applications.draft(reference);
  const typed = page && { ...draft.typed, [page.id]: { ...draft.typed[page.id], email: [email] } };
  await commit({
    changes: [
      applications.save(next, was),
      ...(typed ? [applications.putDraft(next, changedDraft(draft, typed, now), draft)] : []),
      ...(isDraft ? [applications.putContact(key, reference, next.expiresAt)] : []),
      ...(isOther ? [applications.removeContact(before, reference)] : []),
    ],
    events: [{ subject: reference, type: 'AddressProved', by, at: now, data: { first: isFirst } }],
    outbox: isOther && !isFirst ? [addressChanged(next)] : [],
  });
  return next;
}
