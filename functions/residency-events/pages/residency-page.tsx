import type { ComponentChildren } from 'preact';
import type { Agreement, Version } from '../../agreements/agreement.ts';
import { isSettled } from '../../checklists/item.ts';
import { deskChecklistPaths } from '../../checklists/pages/checklist-paths.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import { Happened } from '../../desk/pages/happened.tsx';
import type { Telling } from '../../desk/telling.ts';
import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import { slotStateText } from '../../documents/pages/document-texts.ts';
import { exitPaths } from '../../exits/pages/exit-paths.ts';
import { kindWords as measureWords } from '../../exits/pages/exit-words.ts';
import { measureRows } from '../../exits/pages/measure-rows.tsx';
import { figuresIn } from '../../reports/figures.ts';
import { deskReportPaths } from '../../reports/pages/reports-paths.ts';
import { figureNames, figureText, quarterText, reportWords } from '../../reports/words.ts';
import type { Kinds } from '../../requests/kind.ts';
import { residencyKind } from '../../residencies/residency.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink, Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { deskText, spaceSentences } from '../../spaces/pages/spaces-words.ts';
import { spaceText } from '../../spaces/space.ts';
import { isOpen } from '../open-requests.ts';
import type { ResidencyFile } from '../residency-file.ts';
import { kindWords, lookedText, termsText, deskResidencyWords as words } from './desk-words.ts';
import { residencyPaths } from './residency-paths.ts';
import {
  words as both,
  contractText,
  eventStateWords,
  eventText,
  standingText,
  versionWords,
} from './residency-words.ts';
import { askedText, dueText, isOverdue, kindText } from './waiting-text.ts';

interface ResidencyProps {
  readonly file: ResidencyFile;
  readonly kinds: Kinds;
  readonly telling: Telling;
  /** Whether whoever looks decides about it. */
  readonly decides: boolean;
  readonly now: Instant;
  readonly lang: Lang;
}

/** All that there is of a residency, and what can be decided about it. */
export function ResidencyView(props: ResidencyProps) {
  const { file, lang } = props;
  const isStuck = [file.residency, ...file.events].some(({ stuck }) => stuck);
  return (
    <>
      {isStuck && (
        <Notice kind="warning">
          <p>{words.stuckText[lang]}</p>
        </Notice>
      )}
      <Part title={words.underWay} id="under-way" lang={lang}>
        <UnderWay {...props} />
      </Part>
      <Part title={words.who} id="who" lang={lang}>
        <SummaryList rows={whoRows(props)} />
      </Part>
      <Part title={words.terms} id="terms" lang={lang}>
        <Contracts {...props} />
      </Part>
      <Part title={words.agreements} id="agreements" lang={lang}>
        <Agreements {...props} />
      </Part>
      <Part title={words.places} id="places" lang={lang}>
        <Places {...props} />
      </Part>
      <Part title={words.documents} id="documents" lang={lang}>
        <Documents {...props} />
      </Part>
      <Part title={words.lists} id="lists" lang={lang}>
        <Lists {...props} />
      </Part>
      <Part title={words.reports} id="reports" lang={lang}>
        <Reports {...props} />
      </Part>
      <Part title={words.events} id="events" lang={lang}>
        <Events {...props} />
      </Part>
      <Part title={words.measures} id="measures" lang={lang}>
        <Measures {...props} />
      </Part>
      <Part title={words.happened} id="happened" lang={lang}>
        <WhatHappened {...props} />
      </Part>
      <p>
        <a href={residencyPaths.list}>{words.toList[lang]}</a>
      </p>
    </>
  );
}

const Part = (props: {
  readonly title: Text;
  readonly id: string;
  readonly lang: Lang;
  readonly children: ComponentChildren;
}) => (
  <section aria-labelledby={props.id} class="part">
    <h2 id={props.id}>{props.title[props.lang]}</h2>
    {props.children}
  </section>
);

/** Where it stands, and what waits for whom. */
function UnderWay({ file, kinds, now, lang }: ResidencyProps) {
  const { requests, names, standing } = file;
  const open = requests.filter(isOpen);
  const said = standingText(standing)[lang];
  return (
    <>
      <SummaryList
        rows={[
          {
            term: both.state[lang],
            value: standing.kind === 'past' ? <strong class="late">{said}</strong> : said,
          },
        ]}
      />
      {open.length === 0 ? (
        <p>{words.nothing[lang]}</p>
      ) : (
        <ul class={open.some((one) => isOverdue(one, now)) ? 'desk-list overdue' : 'desk-list'}>
          {open.map((request) => (
            <li key={request.id}>
              <strong>{kindText(kinds, request)[lang]}</strong>
              <p>
                {askedText(request, names)[lang]} · {both.due[lang]} {dueText(request.dueAt, now)[lang]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function whoRows({ file: { residency, round, names, onboarding }, lang }: ResidencyProps): SummaryRow[] {
  const { startup, erasedAt, endReason } = residency;
  const { kind, name, number, representative, position, email, mobile } = startup;
  if (erasedAt) return [{ term: words.erased[lang], value: formatInstant(erasedAt, lang) }];
  return [
    { term: both.startup[lang], value: name },
    { term: words.kind[lang], value: kindWords[kind][lang] },
    ...(number ? [{ term: words.number[lang], value: number }] : []),
    { term: words.representative[lang], value: [representative, position].filter(Boolean).join(' · ') },
    { term: words.contact[lang], value: [email, mobile].filter(Boolean).join('\n') },
    { term: both.round[lang], value: round.title[lang] },
    { term: words.manager[lang], value: names.get(onboarding.manager) ?? onboarding.manager },
    { term: words.desks[lang], value: deskText(residency.desks)[lang] },
    ...(residency.needsAccess ? [{ term: words.access[lang], value: words.needed[lang] }] : []),
    ...(endReason ? [{ term: words.endReason[lang], value: <span class="typed">{endReason}</span> }] : []),
  ];
}

function Contracts({ file: { residency, rules }, lang }: ResidencyProps) {
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

function Agreements({ file: { agreements, residency }, lang }: ResidencyProps) {
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

function Places({ file: { places }, decides, lang }: ResidencyProps) {
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

function Documents({ file: { documents, residency }, lang }: ResidencyProps) {
  return (
    <>
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

function Lists({ file: { checklists }, lang }: ResidencyProps) {
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

/** What it has reported, quarter by quarter, with what is late. */
function Reports({ file: { events }, decides, now, lang }: ResidencyProps) {
  const rows = figuresIn(events, now);
  if (rows.length === 0) return <p>{words.noReports[lang]}</p>;
  return (
    <WideTable
      label={words.reports[lang]}
      head={[words.quarter, ...figureNames.map((name) => reportWords[name]), both.due, words.sent].map(
        (text) => text[lang],
      )}
      rows={rows.map((row) => ({
        key: row.event,
        cells: [
          decides ? (
            <a href={deskReportPaths.report(row.event)}>{quarterText(row.quarter)[lang]}</a>
          ) : (
            quarterText(row.quarter)[lang]
          ),
          ...figureNames.map((name) => (row.figures && figureText(row.figures, name)?.[lang]) ?? ''),
          formatInstant(row.dueAt, lang),
          <>
            {row.sentAt ? formatInstant(row.sentAt, lang) : row.isDropped ? eventStateWords.DROPPED[lang] : ''}
            {row.isLate && <strong class="late"> {both.late[lang]}</strong>}
          </>,
        ],
      }))}
    />
  );
}

/** What happened beside the reports. */
function Events({ file: { events }, lang }: ResidencyProps) {
  const others = events.filter(({ kind }) => kind !== 'report');
  if (others.length === 0) return <p>{words.noEvents[lang]}</p>;
  return (
    <WideTable
      label={words.events[lang]}
      head={[words.what, both.state, words.since].map((text) => text[lang])}
      rows={others.map((event) => ({
        key: event.id,
        cells: [
          <>
            {eventText(event)[lang]}
            <br />
            <span class="nowrap notranslate">{event.id}</span>
          </>,
          eventStateWords[event.state][lang],
          formatInstant(event.since, lang),
        ],
      }))}
    />
  );
}

/** What the management has decided, and what can be decided. */
function Measures({ file: { residency, names }, decides, lang }: ResidencyProps) {
  const { id, state, measures = [] } = residency;
  const isThere = decides && state === 'RESIDENT';
  return (
    <>
      {measures.length === 0 && <p>{words.noMeasures[lang]}</p>}
      {measures.map((measure) => (
        <section key={measure.id}>
          <h3>{measureWords[measure.kind][lang]}</h3>
          <SummaryList rows={measureRows(measure, names, lang)} />
        </section>
      ))}
      {isThere && (
        <Actions>
          <ButtonLink kind="tertiary" href={addendumPaths.desk(id)}>
            {words.addendum[lang]}
          </ButtonLink>
          <ButtonLink kind="tertiary" href={exitPaths.measures(id)}>
            {words.toMeasures[lang]}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}

function WhatHappened({ file, kinds, telling, lang }: ResidencyProps) {
  const { happened, readings, names } = file;
  const sentences = { ...telling.sentences, ...spaceSentences };
  const shown = { names, kinds, telling: { ...telling, sentences }, outside: both.startup, lang };
  return (
    <>
      <Happened events={happened.filter(({ type }) => !telling.untold.has(type))} {...shown} />
      {readings.length > 0 && (
        <details>
          <summary>{lookedText(readings.length)[lang]}</summary>
          <Happened events={readings} {...shown} />
        </details>
      )}
    </>
  );
}
