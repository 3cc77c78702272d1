import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import { Happened } from '../../desk/pages/happened.tsx';
import { exitPaths } from '../../exits/pages/exit-paths.ts';
import { kindWords as measureWords } from '../../exits/pages/exit-words.ts';
import { measureRows } from '../../exits/pages/measure-rows.tsx';
import { figuresIn } from '../../reports/figures.ts';
import { deskReportPaths } from '../../reports/pages/reports-paths.ts';
import { figureNames, figureText, reportWords } from '../../reports/words.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatInstant } from '../../shared/time.ts';
import { spaceSentences } from '../../spaces/pages/spaces-words.ts';
import { lookedText, deskResidencyWords as words } from './desk-words.ts';
import type { ResidencyProps } from './residency-props.ts';
import { words as both, eventStateWords, eventText } from './residency-words.ts';

/** What it has reported, quarter by quarter, with what is late. */
export function Reports({ file: { events }, decides, now, lang }: ResidencyProps) {
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
export function Events({ file: { events }, lang }: ResidencyProps) {
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
export function Measures({ file: { residency, names }, decides, lang }: ResidencyProps) {
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

export function WhatHappened({ file, kinds, telling, lang }: ResidencyProps) {
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
