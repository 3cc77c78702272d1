import { sendersPaths } from '../../documents/pages/document-paths.ts';
import { FileList } from '../../documents/pages/file-list.tsx';
import type { SessionsTable } from '../../sessions/sessions-table.ts';
import { Actions, Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { cookie, html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { RandomBytes } from '../../shared/random.ts';
import { copyOwner, copySlot, sendCopy, slotOf } from '../copies.ts';
import { copyCookie, copySession, copySessionMinutes, keptCopy } from '../copy-session.ts';
import type { Case } from '../requests.ts';
import { AgreementPage } from './agreement-parts.tsx';
import { words } from './agreement-words.ts';
import { namedWords } from './named-words.ts';
import type { SignDependencies, Signing } from './signing-case.ts';

const step = 'step';

/** A copy that was signed elsewhere: sent as a document, and then looked at by whoever of the staff signs. */
export const elsewherePages =
  (deps: SignDependencies) =>
  async (signing: Signing, request: PageRequest): Promise<PageResponse> => {
    const { held, by, agreement, version, shown } = signing;
    const { lang } = request;
    const wanted = request.form.get(step)?.at(-1);
    if (request.method === 'POST' && wanted === 'open') return openCopies(deps, signing, request);
    if (request.method === 'POST' && wanted === 'send') {
      const { id, generation } = held.request;
      const outcome = await sendCopy(deps, { request: id, generation, by }, request.now);
      if (outcome !== 'no-copy') return seeOther(held.path);
    }
    const isMissing = request.method === 'POST';
    const { id: slotId } = copySlot(version);
    const files = (await slotOf(deps, agreement.id, version))?.files ?? [];
    const action = `${held.path}/elsewhere`;
    return html(
      <AgreementPage {...shown} title={words.elsewhere[lang]} lead={namedWords(version.title).elsewhereLead[lang]}>
        {isMissing && (
          <Notice kind="warning">
            <p>{words.noCopy[lang]}</p>
          </Notice>
        )}
        <p>{words.elsewhereSteps[lang]}</p>
        <FileList
          {...{ files, lang }}
          download={(file) => sendersPaths.download(copyOwner, agreement.id, slotId, file)}
        />
        <PageForm id="open" action={action} hidden={{ [step]: 'open' }}>
          <Actions>
            <Button kind="tertiary">{words.openDocuments[lang]}</Button>
          </Actions>
        </PageForm>
        <PageForm id="send" action={action} hidden={{ [step]: 'send' }}>
          <Actions>
            <Button>{words.askCheck[lang]}</Button>
          </Actions>
        </PageForm>
        <p>
          <a href={held.path}>{namedWords(version.title).back[lang]}</a>
        </p>
      </AgreementPage>,
      { status: isMissing ? 409 : 200 },
    );
  };

/** Opens the documents of an agreement in this browser, for some time. */
export async function openCopies(
  deps: { readonly sessions: SessionsTable; readonly random: RandomBytes; readonly secure: boolean },
  { agreement, version, signer }: Case,
  { now, params }: Pick<PageRequest, 'now' | 'params'>,
): Promise<PageResponse> {
  const { secret } = await deps.sessions.begin(copySession(agreement.id), 'link', deps.random, now, {
    minutes: copySessionMinutes,
    begunAs: signer.id,
  });
  const { request = '', mac = '' } = params;
  const kept = cookie(copyCookie(agreement.id, deps), keptCopy({ secret, request, mac }), {
    maxAge: copySessionMinutes * 60,
    secure: deps.secure,
  });
  return seeOther(sendersPaths.slot(copyOwner, agreement.id, copySlot(version).id), { cookies: [kept] });
}
