import { sendersPaths } from '../../documents/pages/document-paths.ts';
import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { SessionsTable } from '../../sessions/sessions-table.ts';
import type { Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, PageForm, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { attachment, html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import { type Version, versionIn } from '../agreement.ts';
import { calledIn } from '../called.ts';
import { copyOwner, copySlot } from '../copies.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownerId, ownerOf } from '../owners.ts';
import { type Case, caseOf } from '../requests.ts';
import { verifyPath } from '../verify-path.ts';
import { aboutRows, gonePage } from './agreement-parts.tsx';
import { words } from './agreement-words.ts';
import { closedWords, replacedText } from './closed-words.ts';
import { openCopies } from './elsewhere-pages.tsx';

type Reach = Pick<Dependencies, 'agreements' | 'agreementOwners' | 'random'> & {
  readonly sessions: SessionsTable;
  readonly secure: boolean;
};

interface Told {
  readonly title: Text;
  readonly text: Text;
}

/** What became of the version that a request was about, and which version holds, for whoever opens the link again. */
export async function closedAgreement(deps: Reach, request: PersonRequest, page: PageRequest): Promise<PageResponse> {
  const { lang, params } = page;
  const found = await caseOf(deps, request);
  if (!found) return gonePage(lang);
  const { agreement, version } = found;
  const path = `/r/agreements/${params.request}/${params.mac}`;
  const isOutside = request.assignee.person === undefined;
  const isSigned = version.signedSha256 !== undefined;
  if (params.part === 'signed' && isSigned) {
    const pdf = await deps.agreements.pdf(version.signedSha256 ?? '');
    if (pdf?.bytes)
      return attachment(
        `${agreement.id}-v${version.number}-signed.pdf`,
        'application/pdf',
        Buffer.from(pdf.bytes, 'base64'),
      );
  }
  const hasCopy = isSigned && version.copy !== undefined;
  if (params.part === 'signed' && hasCopy && isOutside && page.method === 'POST') return openCopies(deps, found, page);
  const contact = await ownerOf(deps.agreementOwners, agreement.owner)?.contact?.(ownerId(agreement.owner));
  const told = closedWords(calledIn(version.title));
  const { title, text } = toldOf(found, request);
  return html(
    <ProblemPage lang={lang} title={title[lang]} contact={contact}>
      <p>{text[lang]}</p>
      <SummaryList rows={[...aboutRows({ agreement, version, lang }), ...endRows(version, lang)]} />
      {isSigned && !hasCopy && (
        <Actions>
          <ButtonLink href={`${path}/signed`}>{told.copy[lang]}</ButtonLink>
        </Actions>
      )}
      {hasCopy && isOutside && (
        <PageForm id="copy" action={`${path}/signed`}>
          <Actions>
            <Button>{told.copyElsewhere[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      {hasCopy && !isOutside && (
        <p>
          <a href={`/desk${sendersPaths.slot(copyOwner, agreement.id, copySlot(version).id)}`}>
            {told.copyElsewhere[lang]}
          </a>
        </p>
      )}
      {isSigned && (
        <p>
          <a href={verifyPath}>{told.verify[lang]}</a>
        </p>
      )}
      {!isOutside && <ToDesk lang={lang} />}
    </ProblemPage>,
  );
}

function toldOf({ agreement, version }: Case, { outcome }: PersonRequest): Told {
  const { state, replacedBy } = version;
  const told = closedWords(calledIn(version.title));
  const next = replacedBy === undefined ? undefined : versionIn(agreement, replacedBy);
  switch (state) {
    case 'SIGNED':
      return { title: told.inForce, text: told.inForceText };
    case 'REPLACED':
      return { title: told.replaced, text: replacedText(next?.number ?? 0, next?.state === 'SIGNED') };
    case 'REFUSED':
      return { title: told.refused, text: told.refusedText };
    case 'LAPSED':
      return { title: told.lapsed, text: told.lapsedText };
    case 'WITHDRAWN':
      return { title: told.withdrawn, text: told.withdrawnText };
    default:
      if (version.copy) return { title: told.copySent, text: told.copySentText };
      return outcome === 'SIGN'
        ? { title: told.signed, text: told.signedText }
        : { title: told.passed, text: told.passedText };
  }
}

function endRows({ title, state, refusal, signers, endedAt }: Version, lang: PageRequest['lang']): SummaryRow[] {
  const told = closedWords(calledIn(title));
  const by = signers.find(({ id }) => id === refusal?.signer);
  return [
    ...(state !== 'OPEN' && endedAt ? [{ term: words.ended[lang], value: formatInstant(endedAt, lang) }] : []),
    ...(refusal
      ? [
          { term: told.by[lang], value: by ? `${by.title[lang]}: ${by.name}` : '' },
          { term: told.reason[lang], value: <span class="typed">{refusal.reason}</span> },
        ]
      : []),
  ];
}
