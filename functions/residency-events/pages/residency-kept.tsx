import type { Agreement, Version } from '../../agreements/agreement.ts';
import { isSettled } from '../../checklists/item.ts';
import { deskChecklistPaths } from '../../checklists/pages/checklist-paths.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import { slotStateText } from '../../documents/pages/document-texts.ts';
import { residencyKind } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { spaceText } from '../../spaces/space.ts';
import { termsText, deskResidencyWords as words } from './desk-words.ts';
import { residencyPaths } from './residency-paths.ts';
import type { ResidencyProps } from './residency-props.ts';
import { words as both, contractText, versionWords } from './residency-words.ts';

/** The contracts of a residency, by the terms that it keeps. */
export function Contracts({ file: { residency, rules }, lang }: ResidencyProps) {
  const title = rules.terms.find(({ id }) => id === residency.terms.id)?.title[lang];
  return (
    <>
      <SummaryList rows={[{ term: words.term[lang], value: title ?? termsText(residency.terms)[lang] }]} />
      <WideTable
        label={both.contracts[lang]}
        head={[both.contracts, words.from, words.to, words.endedEarly].map((text) => text[lang])}
        rows={residency.contracts.map(({ number, from, to, endedEarly }) => ({
          key: String(number),
          cells: [
            contractText(number)[lang],
            formatDate(from, lang),
            formatDate(to, lang),
            endedEarly
              ? `${words[endedEarly.by === 'startup' ? 'byStartup' : 'byManagement'][lang]}, ${formatDate(endedEarly.noticedOn, lang)}`
              : '',
          ],
        }))}
      />
    </>
  );
}

export function Agreements({ file: { agreements, residency }, lang }: ResidencyProps) {
  if (agreements.length === 0) return <p>{words.noAgreements[lang]}</p>;
  return (
    <WideTable
      label={words.agreements[lang]}
      head={[words.agreement, words.version, both.state, both.due].map((text) => text[lang])}
      rows={agreements.flatMap((agreement) =>
        agreement.versions.map((version) => ({
          key: `${agreement.id}-${version.number}`,
          cells: [
            version.title[lang],
            String(version.number),
            <AgreementState key="state" {...{ agreement, version, lang }} reference={residency.id} />,
            version.state === 'OPEN' ? formatInstant(version.dueAt, lang) : '',
          ],
        })),
      )}
    />
  );
}

function AgreementState(props: {
  readonly agreement: Agreement;
  readonly version: Version;
  readonly reference: string;
  readonly lang: Lang;
}) {
  const { agreement, version, reference, lang } = props;
  return (
    <>
      {versionWords[version.state][lang]}
      {version.signedSha256 && !version.copy && !agreement.erasedAt && (
        <>
          <br />
          <a href={residencyPaths.copy(reference, agreement.id, version.number)}>{both.copy[lang]}</a>
        </>
      )}
    </>
  );
}

export function Places({ file: { places }, decides, lang }: ResidencyProps) {
  if (places.length === 0) return <p>{words.noPlaces[lang]}</p>;
  return (
    <>
      <WideTable
        label={words.places[lang]}
        head={[both.space, words.from, words.to, words.returnedOn].map((text) => text[lang])}
        rows={places.map(({ space, holding }) => ({
          key: `${space.id}-${holding.number}`,
          cells: [
            decides ? <a href={spacesPaths.space(space.id)}>{spaceText(space)}</a> : spaceText(space),
            formatDate(holding.from, lang),
            formatDate(holding.to, lang),
            holding.returnedOn ? formatDate(holding.returnedOn, lang) : words.notReturned[lang],
          ],
        }))}
      />
      {decides &&
        places
          .filter(({ held }) => held)
          .map(({ space }) => (
            <p key={space.id}>
              <a href={spacesPaths.space(space.id)}>{`${words.toSpaces[lang]}: ${spaceText(space)}`}</a>
            </p>
          ))}
    </>
  );
}

export function Documents({ file: { documents, residency }, lang }: ResidencyProps) {
  return (
    <>
      {documents.length === 0 && <p>{words.noDocuments[lang]}</p>}
      <SummaryList
        rows={documents.map(({ document, state }) => ({
          term: document.label[lang],
          value: slotStateText(state, {})[lang],
        }))}
      />
      <p>
        <a href={deskDocumentPaths.list(residencyKind, residency.id)}>{words.toDocuments[lang]}</a>
      </p>
    </>
  );
}

export function Lists({ file: { checklists }, lang }: ResidencyProps) {
  if (checklists.length === 0) return <p>{words.noLists[lang]}</p>;
  return (
    <WideTable
      label={words.lists[lang]}
      head={[words.list, words.progress].map((text) => text[lang])}
      rows={checklists.map((list) => ({
        key: list.id,
        cells: [
          <a key="list" href={deskChecklistPaths.list(list.id)}>
            {list.title[lang]}
          </a>,
          progressText(list.items.filter(isSettled).length, list.items.length)[lang],
        ],
      }))}
    />
  );
}
