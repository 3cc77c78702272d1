import { isDeepStrictEqual } from 'node:util';
import type { TypedPages } from '../forms/answers.ts';
import type { Round } from '../rounds/round.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, changedApplication, draftExpiry, linkGenerationFor } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { emailKey } from './identity.ts';

/** Bytes of JSON that a draft may hold: DynamoDB's item limit is 400 KB. */
const mostDraftBytes = 200_000;

/**
 * Keeps what was typed on one page, right or wrong, so that nothing typed is lost; what is too large to keep is left
 * as it was (the page shows it again together with the error).
 */
export async function savePage(
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  reference: string,
  round: Round,
  page: { readonly id: string; readonly typed: TypedPages[string]; readonly contact?: string },
  lang: Lang,
  now: Instant,
): Promise<Application> {
  return decideAgainOnConflict(async () => {
    const was = await applications.get(reference);
    if (!was) throw new Fault('ApplicationMissing', { reference });
    const draft = await applications.draft(reference);
    const typed = { ...draft.typed, [page.id]: page.typed };
    const fits = Buffer.byteLength(JSON.stringify(typed)) <= mostDraftBytes;
    const asBefore = page.id !== 'consents' || draft.consentsUnder === round.version;
    const same = asBefore && isDeepStrictEqual(draft.typed[page.id], page.typed) && was.lang === lang;
    if (!fits || same) return was;
    const unsent = was.version === 0;
    const next = changedApplication(was, now, {
      lang,
      ...(unsent && { expiresAt: draftExpiry(now, round.closesAt) }),
      ...(unsent && page.contact && { email: page.contact, linkGeneration: linkGenerationFor(was, page.contact) }),
    });
    const contact = unsent && page.contact ? emailKey(round.id, page.contact) : undefined;
    const before = unsent && was.email ? emailKey(round.id, was.email) : undefined;
    await commit({
      changes: [
        applications.save(next, was),
        applications.putDraft(next, {
          ...draft,
          typed,
          savedAt: now,
          consentsUnder: page.id === 'consents' ? round.version : draft.consentsUnder,
        }),
        ...(contact ? [applications.putContact(contact, reference, next.expiresAt)] : []),
        ...(contact && before && before !== contact ? [applications.removeContact(before, reference)] : []),
      ],
      events: [{ subject: reference, type: 'DraftSaved', by: 'applicant', at: now, data: { page: page.id } }],
    });
    return next;
  }, tries.contested);
}
