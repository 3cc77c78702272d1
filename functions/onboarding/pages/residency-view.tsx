import { presentIn, type Version } from '../../agreements/agreement.ts';
import { nextSigner } from '../../agreements/signing.ts';
import type { Checklist } from '../../checklists/checklist.ts';
import { isSettled } from '../../checklists/item.ts';
import { readersPath } from '../../checklists/pages/checklist-paths.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { returnReasonTexts, slotStateText } from '../../documents/pages/document-texts.ts';
import { firstOf, type Residency } from '../../residencies/residency.ts';
import type { Contact } from '../../shared/contact.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { formatDate, formatEnd, formatInstant, type Instant } from '../../shared/time.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import { documentsCloseAt } from '../ask-documents.ts';
import { spaceOf } from '../ask-space.ts';
import { type AskedDocument, documentsOf, ownerOf } from '../asked-documents.ts';
import { rulesOf } from '../case.ts';
import type { Dependencies } from '../dependencies.ts';
import { sendersPath } from '../senders-path.ts';
import { documentName, onboardingWords, signatureWords, viewWords as words } from '../words.ts';

/** What a startup has, or is still to have. */
export interface ResidencyNow {
  readonly residency: Residency;
  readonly contact: Contact;
  readonly documents: readonly AskedDocument[];
  readonly version?: Version;
  readonly space?: Space;
  readonly list?: Checklist;
}

/** A residency with all that is under way for it, as its startup may see it. */
export async function residencyNow(
  deps: Pick<Dependencies, 'agreements' | 'checklists' | 'documents' | 'residencies' | 'rounds' | 'spaces'>,
  residency: Residency,
  now: Instant,
): Promise<ResidencyNow> {
  const { round, onboarding } = await rulesOf(deps, residency);
  const { agreement: id } = firstOf(residency);
  const [documents, agreement, space, list] = await Promise.all([
    documentsOf(deps, onboarding, residency),
    id === undefined ? undefined : deps.agreements.get(id),
    spaceOf(deps, residency, now),
    deps.checklists.list(ownerOf(residency.id), onboarding.services.template),
  ]);
  const version = agreement && presentIn(agreement);
  return {
    residency,
    contact: round.contact,
    documents,
    ...(version && { version }),
    ...(space && { space }),
    ...(list && { list }),
  };
}

/** Each document with where it stands, and why it came back if it did. */
export const documentRows = (documents: readonly AskedDocument[], lang: Lang): SummaryRow[] =>
  documents.map(({ document, state, returned }) => ({
    term: documentName(document, lang),
    value: [
      slotStateText(state, {})[lang],
      ...(returned?.reason ? [returnReasonTexts[returned.reason][lang]] : []),
      ...(returned?.words ? [returned.words] : []),
    ].join('\n'),
  }));

function signatureText(version: Version | undefined, lang: Lang): string {
  if (!version) return words.later[lang];
  if (version.state !== 'OPEN') return signatureWords[version.state][lang];
  const next = nextSigner(version);
  const due = formatInstant(version.dueAt, lang);
  return [words.toSign[lang], ...(next ? [`${next.title[lang]} · ${due}`] : [])].join('\n');
}

/** On the status page of a startup: where each part of its moving in stands; once it is there, what it has. */
export function ResidencyView({ lang, ...shown }: ResidencyNow & { readonly lang: Lang }) {
  const { residency, contact, documents, version, space, list } = shown;
  const { from, to } = firstOf(residency);
  const isOpen = residency.state === 'ONBOARDING' && !residency.documentsAcceptedAt;
  return (
    <>
      <h2>{words.title[lang]}</h2>
      <SummaryList
        rows={[
          { term: onboardingWords.contract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
          ...(isOpen
            ? [{ term: onboardingWords.dueOn[lang], value: formatEnd(documentsCloseAt(residency), lang) }]
            : []),
          ...documentRows(documents, lang),
          { term: words.agreement[lang], value: signatureText(version, lang) },
          { term: onboardingWords.space[lang], value: space ? spaceText(space) : words.later[lang] },
          {
            term: words.services[lang],
            value: list
              ? progressText(list.items.filter(isSettled).length, list.items.length)[lang]
              : words.later[lang],
          },
        ]}
      />
      {isOpen && (
        <p>
          <a href={sendersPath}>{onboardingWords.toDocuments[lang]}</a>
        </p>
      )}
      {list && (
        <p>
          <a href={readersPath(list.id)}>{words.toList[lang]}</a>
        </p>
      )}
      {residency.state === 'RESIDENT' && (
        <Notice title={words.notice[lang]}>
          <p>{words.noticeText[lang]}</p>
          <p>
            {contact.phone} · {contact.hours[lang]}
            <br />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </p>
        </Notice>
      )}
    </>
  );
}
