import { isSettled } from '../../checklists/item.ts';
import { readersPath } from '../../checklists/pages/checklist-paths.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import { sendersPaths } from '../../documents/pages/document-paths.ts';
import { exitPaths } from '../../exits/pages/exit-paths.ts';
import { kindWords as measureWords } from '../../exits/pages/exit-words.ts';
import { documentRows } from '../../onboarding/pages/residency-view.tsx';
import { type FigureRow, figuresIn } from '../../reports/figures.ts';
import { stateText as reportState } from '../../reports/pages/own-reports.tsx';
import { ownReportPaths } from '../../reports/pages/reports-paths.ts';
import { figureNames, figureText, quarterText, reportWords } from '../../reports/words.ts';
import type { Kinds } from '../../requests/kind.ts';
import { isInForce } from '../../residencies/measure.ts';
import { firstOf, residencyKind } from '../../residencies/residency.ts';
import { renewalWindow } from '../../residency-rules/renewal.ts';
import { nextContract } from '../../residency-rules/terms.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, Notice, Panel, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { spaceText } from '../../spaces/space.ts';
import { isOpen } from '../open-requests.ts';
import type { Stand } from '../residency-file.ts';
import { lastDayOf } from '../standing.ts';
import { ownPaths } from './residency-paths.ts';
import { words as both, contractText, versionWords } from './residency-words.ts';
import { daysText, noticeText, standText, windowText, startupWords as words } from './startup-words.ts';
import { dueText, isOverdue, kindText } from './waiting-text.ts';

export interface StartupProps {
  readonly stand: Stand;
  readonly kinds: Kinds;
  /** Whether what it is asked opens from here: not if somebody else reads its mails. */
  readonly opens: boolean;
  readonly now: Instant;
  readonly lang: Lang;
}

/** Where a startup stands in the Lab, what it has to do, and what is to come. */
export function StartupPage(props: StartupProps) {
  const { stand, lang } = props;
  const { round, residency, standing } = stand;
  const isOver = standing.kind === 'ended' || standing.kind === 'not-begun';
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      {...(!isOver && { lead: words.lead[lang] })}
      contact={round.contact}
    >
      <Panel
        kind={standing.kind === 'resident' || standing.kind === 'onboarding' ? 'good' : 'plain'}
        title={standText(standing)[lang]}
        referenceLabel={both.reference[lang]}
        reference={residency.id}
      />
      {isOver ? <Over {...props} /> : <ToDo {...props} />}
      <Facts {...props} />
      {!isOver && <Documents {...props} />}
      {!isOver && <Lists {...props} />}
      <Reports {...props} />
      <Agreements {...props} />
      <Measures {...props} />
      {!isOver && <Renewal {...props} />}
      {standing.kind === 'resident' && <Change {...props} />}
      {isOver && <Kept {...props} />}
      <p class="later">
        <a href="/application">{words.toStatus[lang]}</a>
      </p>
    </Layout>
  );
}

/** What the startup itself is asked, what is due first at the front; each leads to its page. */
function ToDo({ stand, kinds, opens, now, lang }: StartupProps) {
  const mine = stand.requests.filter((request) => isOpen(request) && request.assignee.person === undefined);
  return (
    <section aria-labelledby="to-do">
      <h2 id="to-do">{words.toDo[lang]}</h2>
      {stand.standing.kind === 'past' && (
        <Notice kind="warning" title={words.past[lang]}>
          <p>{words.pastText[lang]}</p>
        </Notice>
      )}
      {mine.length === 0 && <p>{words.nothing[lang]}</p>}
      {mine.length > 0 && !opens && <p>{words.byMail[lang]}</p>}
      {mine.length > 0 && (
        <ul class={mine.some((one) => isOverdue(one, now)) ? 'desk-list overdue' : 'desk-list'}>
          {mine.map((request) => (
            <li key={request.id}>
              {opens ? (
                <a href={ownPaths.request(request.id)}>{kindText(kinds, request)[lang]}</a>
              ) : (
                <strong>{kindText(kinds, request)[lang]}</strong>
              )}
              <p>
                {words.until[lang]} {dueText(request.dueAt, now)[lang]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ stand: { residency, place, standing }, lang }: StartupProps) {
  return (
    <SummaryList
      rows={[
        { term: both.startup[lang], value: residency.startup.name },
        ...(standing.kind === 'not-begun'
          ? []
          : [
              {
                term: words.space[lang],
                value: place
                  ? spaceText(place.space)
                  : standing.kind === 'ended'
                    ? both.noSpace[lang]
                    : words.noSpace[lang],
              },
              ...residency.contracts.map(({ number, from, to }) => ({
                term: residency.contracts.length === 1 ? words.term[lang] : contractText(number)[lang],
                value: daysText(from, to)[lang],
              })),
            ]),
      ]}
    />
  );
}

function Documents({ stand: { residency, documents, standing }, lang }: StartupProps) {
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{words.documents[lang]}</h2>
      <SummaryList
        rows={[
          ...(standing.kind === 'onboarding' && residency.documentsAcceptedAt === undefined
            ? [{ term: words.dueOn[lang], value: formatDate(residency.documentsDueOn, lang) }]
            : []),
          ...documentRows(documents, lang),
        ]}
      />
      <p>
        <a href={sendersPaths.list(residencyKind, residency.id)}>{words.toDocuments[lang]}</a>
      </p>
    </section>
  );
}

/** What is prepared for it, as it fills, and what is done when it leaves. */
function Lists({ stand: { checklists }, lang }: StartupProps) {
  if (checklists.length === 0) return null;
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{words.lists[lang]}</h2>
      <ul class="desk-list">
        {checklists.map((list) => (
          <li key={list.id}>
            <a href={readersPath(list.id)}>{list.title[lang]}</a>
            <p>{progressText(list.items.filter(isSettled).length, list.items.length)[lang]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it has reported, and what comes next; each leads to its page. */
function Reports({ stand, now, lang }: StartupProps) {
  const { events, reporting, standing } = stand;
  const rows = figuresIn(events, now);
  const isHere = standing.kind === 'resident' || standing.kind === 'ending' || standing.kind === 'past';
  const next = isHere ? reporting.next : undefined;
  const isToCome = next && rows.every(({ quarter }) => quarter !== next.quarter);
  if (rows.length === 0 && !isToCome) return null;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{words.reports[lang]}</h2>
      <SummaryList
        rows={[
          ...(isToCome
            ? [
                {
                  term: quarterText(next.quarter)[lang],
                  value: `${words.dueAt[lang]} ${formatInstant(next.dueAt, lang)}`,
                },
              ]
            : []),
          ...rows.toReversed().map((row) => ({
            term: quarterText(row.quarter)[lang],
            value: [reportState(row, lang), ...figureLines(row, lang)].join('\n'),
            change: {
              href: ownReportPaths.report(row.quarter),
              label: words[row.sentAt || row.isDropped ? 'see' : 'write'][lang],
            },
          })),
        ]}
      />
    </section>
  );
}

const figureLines = ({ figures }: FigureRow, lang: Lang): string[] =>
  figureNames.flatMap((name) => {
    const said = figures && figureText(figures, name)?.[lang];
    return said === undefined ? [] : [`${reportWords[name][lang]} ${said}`];
  });

function Agreements({ stand: { agreements }, lang }: StartupProps) {
  const rows = agreements.flatMap((agreement) =>
    agreement.erasedAt ? [] : agreement.versions.map((version) => ({ agreement, version })),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">{words.agreements[lang]}</h2>
      <ul class="desk-list">
        {rows.map(({ agreement, version }) => (
          <li key={`${agreement.id}-${version.number}`}>
            {version.signedSha256 && !version.copy ? (
              <a href={ownPaths.copy(agreement.id, version.number)}>{`${version.title[lang]} (PDF)`}</a>
            ) : (
              <strong>{version.title[lang]}</strong>
            )}
            <p>{versionWords[version.state][lang]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the management has decided about it, as it was told. */
function Measures({ stand: { residency }, lang }: StartupProps) {
  const told = (residency.measures ?? []).filter(isInForce);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{words.measures[lang]}</h2>
      <SummaryList
        rows={told.map(({ kind, at, reason, lastDay }) => ({
          term: measureWords[kind][lang],
          value: [
            formatInstant(at, lang),
            ...(lastDay ? [`${words.lastDay[lang]} ${formatDate(lastDay, lang)}`] : []),
            ...(reason ? [reason] : []),
          ].join('\n'),
        }))}
      />
    </section>
  );
}

/** When it can ask to stay, and until when it would. */
function Renewal({ stand, lang }: StartupProps) {
  const { residency, onboarding, standing } = stand;
  if (standing.kind !== 'resident') return null;
  const { terms } = residency;
  const { from: first } = firstOf(residency);
  const extensions = residency.contracts.length - 1;
  const months = Math.min(terms.mostMonths, terms.months + extensions * (terms.extendedBy ?? 0));
  const next = nextContract(terms, { first, months });
  const { opens, closes } = renewalWindow(onboarding.conduct, lastDayOf(residency));
  return (
    <section aria-labelledby="renewal">
      <h2 id="renewal">{words.renewal[lang]}</h2>
      {next.kind === 'contract' ? (
        <>
          <SummaryList
            rows={[
              { term: words.window[lang], value: windowText(opens, closes)[lang] },
              { term: words.extension[lang], value: daysText(next.days.from, next.days.to)[lang] },
            ]}
          />
          <p>{words.renewalText[lang]}</p>
        </>
      ) : (
        <p>{words.notExtended[lang]}</p>
      )}
    </section>
  );
}

const Change = ({ stand: { onboarding }, lang }: StartupProps) => (
  <section aria-labelledby="change">
    <h2 id="change">{words.change[lang]}</h2>
    <p>{noticeText(onboarding.conduct.notice.startupDays)[lang]}</p>
    <Actions>
      <ButtonLink kind="tertiary" href={addendumPaths.own}>
        {words.askChange[lang]}
      </ButtonLink>
      <ButtonLink kind="tertiary" href={exitPaths.ownNotice}>
        {words.giveNotice[lang]}
      </ButtonLink>
    </Actions>
    <p>{words.changeText[lang]}</p>
  </section>
);

function Over({ stand: { standing, residency }, lang }: StartupProps) {
  return (
    <>
      <p>{words[standing.kind === 'ended' ? 'endedText' : 'notBegunText'][lang]}</p>
      {residency.endReason && (
        <Notice title={words.why[lang]}>
          <p class="typed">{residency.endReason}</p>
        </Notice>
      )}
    </>
  );
}

/** What the consents say of it. */
const Kept = ({ stand: { round }, lang }: StartupProps) => (
  <section aria-labelledby="kept">
    <h2 id="kept">{words.kept[lang]}</h2>
    <SummaryList
      rows={round.consents
        .filter(({ required }) => required)
        .map(({ title, retention }) => ({ term: title[lang], value: retention[lang] }))}
    />
    <p>{words.keptText[lang]}</p>
  </section>
);
