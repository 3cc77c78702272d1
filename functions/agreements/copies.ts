import { decide, undecidedIn } from '../documents/deciding.ts';
import type { SlotFiles, StoredFile } from '../documents/document.ts';
import type { DocumentsTable } from '../documents/documents-table.ts';
import type { Slot } from '../documents/slot.ts';
import { settled } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Version, versionLifecycle, withVersion } from './agreement.ts';
import { commitEnd } from './commit-end.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerId, ownerKey } from './owners.ts';
import { type Case, caseOf, copyAsked, signerAsked } from './requests.ts';
import { completed } from './signing.ts';

/*
 * An agreement that is signed elsewhere, on paper or by a service of the firm: its copy is sent as a document, and
 * somebody of the staff who signs agreements accepts it, which is their signature, or returns it with a reason.
 */

/** The kind of owner that agreements are for documents. */
export const copyOwner = 'agreement';

/** What is asked for: of each version a copy of its own. */
export const copySlot = ({ number }: Pick<Version, 'number'>): Slot => ({
  id: `signed-copy-${number}`,
  label: { ko: '서명한 사본', en: 'Copy of the signed agreement' },
  hint: {
    ko: '모든 쪽이 빠짐없이, 서명이 보이게 한 PDF 파일로 보내 주십시오.',
    en: 'Send one PDF file with every page and all signatures.',
  },
  required: true,
  formats: ['pdf'],
});

type Reach = Dependencies & { readonly documents: DocumentsTable };

export const slotOf = (
  { documents }: Pick<Reach, 'documents'>,
  agreement: string,
  version: Pick<Version, 'number'>,
): Promise<SlotFiles | undefined> =>
  documents.slot({ owner: ownerKey(copyOwner, agreement), slot: copySlot(version).id });

interface Given {
  readonly request: string;
  readonly generation: number;
  readonly by: string;
}

/** A signer says that it is signed elsewhere: whoever of the staff signs is asked to look at the copy that was sent. */
export async function sendCopy(
  deps: Reach,
  given: Given,
  now: Instant,
): Promise<'sent' | 'no-copy' | 'nobody-accepts' | 'closed'> {
  return decideAgainOnConflict(async () => {
    const found = await openCase(deps, given);
    if (!found || found.version.copy || found.version.dueAt < now) return 'closed';
    const { agreement, version, signer, request } = found;
    const file = undecidedIn((await slotOf(deps, agreement.id, version))?.files ?? []);
    if (!file?.sha256) return 'no-copy';
    const state = versionLifecycle.moved(version.state, 'sendCopy');
    const copy = { file: file.id, sha256: file.sha256, sentBy: signer.id, sentAt: now };
    const asking = {
      agreement: { ...agreement, revision: agreement.revision + 1 },
      version: { ...version, state, copy },
    };
    const asked = await copyAsked(deps, asking, now);
    if (!asked) return 'nobody-accepts';
    const { by } = given;
    await deps.commit({
      changes: [
        deps.agreements.save(withVersion(agreement, asked.version), agreement),
        deps.requests.save(settled(request, { outcome: 'ELSEWHERE', by, at: now }), request),
        ...deps.requests.create(asked.request),
      ],
      events: [eventOf(found, 'AgreementCopySent', given, now, { file: file.id }), asked.event],
      outbox: [asked.mail],
    });
    return 'sent';
  }, tries.contested);
}

export type CopyDecision =
  | { readonly outcome: 'ACCEPT' }
  /** In words to whoever sent it. */
  | { readonly outcome: 'RETURN'; readonly reason: string };

/** Somebody of the staff accepts the copy, which puts the agreement in force, or returns it to who has sent it. */
export async function decideCopy(
  deps: Reach,
  given: Given & { readonly person: string; readonly decision: CopyDecision },
  now: Instant,
): Promise<'decided' | 'closed'> {
  return decideAgainOnConflict(async () => {
    const found = await openCase(deps, given);
    const copy = found?.version.copy;
    if (!found || !copy) return 'closed';
    const { agreement: was, version, request } = found;
    const { decision, by } = given;
    const slot = await slotOf(deps, was.id, version);
    const file = slot?.files.find(({ id }) => id === copy.file);
    const document = slot && file && documentDecided(deps, slot, file, given, now);
    if (!document) return 'closed';
    const { outcome } = decision;
    const reason = decision.outcome === 'RETURN' ? decision.reason : undefined;
    const settledRequest = deps.requests.save(
      settled(request, { outcome, by, at: now, ...(reason && { reason }) }),
      request,
    );
    if (decision.outcome === 'ACCEPT') {
      const accepted: Version = { ...version, acceptedBy: given.person, signedSha256: copy.sha256 };
      const pdf = { sha256: copy.sha256, agreement: was.id, version: version.number, kind: 'copy' as const };
      const isKnown = (await deps.agreements.pdf(copy.sha256)) !== undefined;
      await commitEnd(
        deps,
        {
          was,
          next: completed(was, accepted, now),
          number: version.number,
          event: eventOf(found, 'AgreementSignedElsewhere', given, now, { file: copy.file, sha256: copy.sha256 }),
        },
        [settledRequest, ...document, ...(isKnown ? [] : [deps.agreements.putPdf(pdf)])],
        now,
      );
      return 'decided';
    }
    const signer = version.signers.find(({ id }) => id === copy.sentBy);
    if (!signer) return 'closed';
    const returned: Version = {
      ...version,
      state: versionLifecycle.moved(version.state, 'returnCopy'),
      copy: undefined,
    };
    const asking = { agreement: { ...was, revision: was.revision + 1 }, version: returned, signer, why: reason };
    const asked = await signerAsked(deps, asking, now);
    await deps.commit({
      changes: [
        deps.agreements.save(withVersion(was, asked.version), was),
        settledRequest,
        ...document,
        ...deps.requests.create(asked.request),
      ],
      events: [eventOf(found, 'AgreementCopyReturned', given, now, { file: copy.file }), asked.event],
      outbox: [asked.mail],
    });
    return 'decided';
  }, tries.contested);
}

/** What changes of the document; none if it was decided like this on its own page. Nothing, if otherwise. */
function documentDecided(
  { documents }: Pick<Reach, 'documents'>,
  slot: SlotFiles,
  file: StoredFile,
  { person, decision }: { readonly person: string; readonly decision: CopyDecision },
  now: Instant,
): readonly Change[] | undefined {
  if (file.state === (decision.outcome === 'ACCEPT' ? 'ACCEPTED' : 'RETURNED')) return [];
  const how =
    decision.outcome === 'ACCEPT'
      ? decision
      : { outcome: decision.outcome, reason: 'other' as const, words: decision.reason };
  const next = decide(slot, file.id, how, { by: person, now });
  return next && [documents.save(next, slot)];
}

async function openCase(deps: Reach, { request: id, generation }: Given) {
  const request = await deps.requests.get(id);
  const found = request && (await caseOf(deps, request));
  if (!found || request.state !== 'OPEN' || request.generation !== generation || found.version.state !== 'OPEN')
    return undefined;
  return { ...found, request };
}

const eventOf = (
  { agreement, version }: Case,
  type: 'AgreementCopySent' | 'AgreementCopyReturned' | 'AgreementSignedElsewhere',
  { by }: Given,
  at: Instant,
  data: Readonly<Record<string, string>>,
) => ({
  subject: ownerId(agreement.owner),
  type,
  by,
  at,
  data: { agreement: agreement.id, version: version.number, ...data },
});
