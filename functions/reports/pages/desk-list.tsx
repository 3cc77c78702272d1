import { quarterText } from '../../residency-rules/quarter-text.ts';
import type { Quarter } from '../../residency-rules/reports.ts';
import type { Lang } from '../../shared/i18n.ts';
import { ChoiceSelect } from '../../shared/pages/choice-select.tsx';
import { Actions, Button, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatInstant } from '../../shared/time.ts';
import type { ReportRow } from '../all-reports.ts';
import type { FigureRow } from '../figures.ts';
import { figureNames, figureText, reportWords } from '../words.ts';
import { reportsText, deskReportWords as words } from './desk-texts.ts';
import { deskReportPaths as paths } from './reports-paths.ts';

const states = ['sent', 'sentLate', 'open', 'overdue', 'dropped'] as const;

/** Where a report stands, for whoever looks after the Lab. */
export function stateOf({ sentAt, isLate, isDropped }: FigureRow): (typeof states)[number] {
  if (sentAt) return isLate ? 'sentLate' : 'sent';
  if (isDropped) return 'dropped';
  return isLate ? 'overdue' : 'open';
}

/** Every report of a quarter, or of all: figures, who is late, and what is missing. */
export function ReportsList(props: {
  readonly rows: readonly ReportRow[];
  readonly quarters: readonly Quarter[];
  readonly chosen: Quarter | undefined;
  readonly lang: Lang;
}) {
  const { rows, quarters, chosen, lang } = props;
  if (quarters.length === 0) return <p>{words.none[lang]}</p>;
  return (
    <>
      <form method="get" action={paths.list} class="choice" aria-label={words.show[lang]}>
        <ChoiceSelect
          name="quarter"
          label={reportWords.quarter[lang]}
          present={chosen ?? 'all'}
          options={[
            ...quarters.map((quarter) => ({ value: quarter, text: quarterText(quarter)[lang] })),
            { value: 'all', text: words.all[lang] },
          ]}
        />
        <Button kind="tertiary">{words.show[lang]}</Button>
      </form>
      <h2>{chosen ? quarterText(chosen)[lang] : words.all[lang]}</h2>
      <SummaryList
        rows={states.flatMap((state) => {
          const count = rows.filter(({ row }) => stateOf(row) === state).length;
          return count === 0 ? [] : [{ term: words[state][lang], value: reportsText(count)[lang] }];
        })}
      />
      <WideTable
        label={words.title[lang]}
        head={[
          reportWords.startup,
          ...(chosen ? [] : [reportWords.quarter]),
          words.state,
          ...figureNames.map((name) => reportWords[name]),
          words.due,
        ].map((text) => text[lang])}
        rows={rows.map((one) => ({ key: one.row.event, cells: cellsOf(one, chosen === undefined, lang) }))}
      />
      <Actions>
        <ButtonLink kind="tertiary" href={paths.csv}>
          {words.csv[lang]}
        </ButtonLink>
      </Actions>
    </>
  );
}

function cellsOf({ residency, row }: ReportRow, ofAll: boolean, lang: Lang) {
  const state = stateOf(row);
  const stateWord = words[state][lang];
  return [
    <a key="startup" href={paths.report(row.event)}>
      {residency.startup.name || residency.id}
    </a>,
    ...(ofAll ? [quarterText(row.quarter)[lang]] : []),
    state === 'overdue' || state === 'sentLate' ? <strong key="state">{stateWord}</strong> : stateWord,
    ...figureNames.map((name) => (row.figures && figureText(row.figures, name)?.[lang]) ?? ''),
    formatInstant(row.dueAt, lang),
  ];
}
