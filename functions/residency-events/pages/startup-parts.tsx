import { isSettled } from '../../checklists/item.ts';
import { readersPath } from '../../checklists/pages/checklist-paths.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { nextContractOf } from '../../contracts/begin-extension.ts';
import { sendersPaths } from '../../documents/pages/document-paths.ts';
import { kindWords as measureWords } from '../../exits/pages/exit-words.ts';
import { documentRows } from '../../onboarding/pages/residency-view.tsx';
import { type FigureRow, figuresIn } from '../../reports/figures.ts';
import { stateText as reportState } from '../../reports/pages/own-reports.tsx';
import { ownReportPaths } from '../../reports/pages/reports-paths.ts';
import { figureNames, figureText, reportWords } from '../../reports/words.ts';
import { isInForce } from '../../residencies/measure.ts';
import { residencyKind } from '../../residencies/residency.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import { renewalWindow } from '../../residency-rules/renewal.ts';
import type { Lang } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { lastDayOf } from '../standing.ts';
import { ownPaths } from './residency-paths.ts';
import { versionWords } from './residency-words.ts';
import type { StartupProps } from './startup-props.ts';
import { daysText, windowText, startupWords as words } from './startup-words.ts';

/** What it has sent, and where that stands. */
export function Documents({ stand: { residency, documents, standing }, lang }: StartupProps) {
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
export function Lists({ stand: { checklists }, lang }: StartupProps) {
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
export function Reports({ stand, now, lang }: StartupProps) {
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

export function Agreements({ stand: { agreements }, lang }: StartupProps) {
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
export function Measures({ stand: { residency }, lang }: StartupProps) {
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
export function Renewal({ stand, lang }: StartupProps) {
  const { residency, onboarding, standing } = stand;
  if (standing.kind !== 'resident') return null;
  const next = nextContractOf(residency);
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
