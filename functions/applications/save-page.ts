import { isDeepStrictEqual } from 'node:util';
import type { TypedPages } from '../forms/answers.ts';
import { consentsPageId } from '../forms/consents.ts';
import type { Round } from '../rounds/round.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, changedApplication, draftExpiry, linkGenerationFor } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { changedDraft, type Draft } from './draft-items.ts';
import { emailKey, readerOf } from './identity.ts';

/** Bytes of JSON that a draft may hold: DynamoDB's item limit is 400 KB. */
const mostDraftBytes = 200_000;

/** One page of a draft as a form has sent it. */
export interface Saving {
  readonly page: string;
  readonly typed: TypedPages[string];
  /** At how many saves the draft was as the form showed it. */
  readonly shown: number;
  /** By what the form is known. */
  readonly form?: string;
  /** The version of the round whose consents it showed; of a form that does not say, they are asked for again. */
  readonly consentsUnder?: number;
  /** The address on the page, if there is a right one. */
  readonly contact?: string;
  readonly lang: Lang;
  /** Who saves it, if not who reads its mails. */
  readonly by?: string;
}

/** As somebody has read it. */
interface Read {
  readonly application: Application;
  readonly draft: Draft;
}

export interface SaveOutcome {
  /** `newer`: other words were saved on this page since the form showed it, and nothing was saved now. */
  readonly kind: 'kept' | 'newer';
  readonly draft: Draft;
}

/**
 * Keeps what was typed on one page, right or wrong, so that nothing typed is lost; what is too large to keep is left
 * as it was (the page shows it again together with the error).
 * @param given what the page has read, which is not read again unless somebody has changed it meanwhile
 */
export async function savePage(
  deps: Pick<Dependencies, 'applications' | 'commit'>,
  round: Round,
  saving: Saving,
  now: Instant,
  given: Read,
): Promise<SaveOutcome> {
  let read: Read | undefined = given;
  return decideAgainOnConflict(async () => {
    const present = read ?? (await readAnew(deps, given.application.reference));
    read = undefined;
    return attempt(deps, round, saving, now, present);
  }, tries.contested);
}

async function readAnew({ applications }: Pick<Dependencies, 'applications'>, reference: string): Promise<Read> {
  const { application, draft } = await applications.withDraft(reference);
  if (!application || application.erasedAt) throw new Fault('ApplicationMissing', { reference });
  return { application, draft };
}

async function attempt(
  deps: Pick<Dependencies, 'applications' | 'commit'>,
  round: Round,
  saving: Saving,
  now: Instant,
  { application, draft }: Read,
): Promise<SaveOutcome> {
  const { page } = saving;
  const isSame = isDeepStrictEqual(draft.typed[page], saving.typed);
  const isOwn = saving.form !== undefined && draft.forms[page] === saving.form;
  if (!isSame && !isOwn && (draft.changed[page] ?? 0) > saving.shown) return { kind: 'newer', draft };
  const typed = { ...draft.typed, [page]: isSame ? (draft.typed[page] ?? {}) : saving.typed };
  const consentsUnder = page === consentsPageId ? (saving.consentsUnder ?? 0) : draft.consentsUnder;
  const fits = Buffer.byteLength(JSON.stringify(typed)) <= mostDraftBytes;
  const next = { ...changedDraft(draft, typed, now, saving.form), consentsUnder };
  const changed = applicationWith(application, round, saving, now);
  if (!fits || (isSame && consentsUnder === draft.consentsUnder && !changed)) return { kind: 'kept', draft };
  if (changed) await saveBoth(deps, { application, draft }, changed, next, saving, now);
  else await deps.applications.keepDraft(application, next, draft);
  return { kind: 'kept', draft: next };
}

/** What a page changes of the application itself: where and in what language mails go, and how long it is kept. */
function applicationWith(
  was: Application,
  round: Round,
  { contact, lang }: Saving,
  now: Instant,
): Application | undefined {
  const isUnsent = was.version === 0;
  const email = (isUnsent && contact) || was.email;
  // Its lifetime is counted from the closing of its round, which may have been moved.
  const expiresAt = isUnsent ? Math.max(was.expiresAt ?? 0, draftExpiry(now, round.closesAt)) : was.expiresAt;
  if (email === was.email && lang === was.lang && expiresAt === was.expiresAt) return undefined;
  const linkGeneration = email === undefined ? was.linkGeneration : linkGenerationFor(was, email);
  return changedApplication(was, now, { email, lang, expiresAt, linkGeneration });
}

async function saveBoth(
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  was: Read,
  application: Application,
  draft: Draft,
  { page, by = readerOf(was.application) }: Saving,
  now: Instant,
): Promise<void> {
  const { reference, roundId } = application;
  const [before, after] = [was.application, application].map(({ email }) => email && emailKey(roundId, email));
  const contact = application.version === 0 ? after : undefined;
  await commit({
    changes: [
      applications.save(application, was.application),
      applications.putDraft(application, draft, was.draft),
      ...(contact ? [applications.putContact(contact, reference, application.expiresAt)] : []),
      ...(contact && before && before !== contact ? [applications.removeContact(before, reference)] : []),
    ],
    events: [{ subject: reference, type: 'DraftSaved', by, at: now, data: { page } }],
  });
}
