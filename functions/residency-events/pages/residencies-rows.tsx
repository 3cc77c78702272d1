import { Days } from '../../desk/pages/days.tsx';
import type { Kinds } from '../../requests/kind.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import type { Lang } from '../../shared/i18n.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatInstant, type Instant, type LocalDate } from '../../shared/time.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { spaceText } from '../../spaces/space.ts';
import type { Listed } from '../list-residencies.ts';
import { contractOn } from '../standing.ts';
import { lateText, moreText, deskResidencyWords as words } from './desk-words.ts';
import { residencyPaths } from './residency-paths.ts';
import { words as both, standingText } from './residency-words.ts';
import { askedText, dueText, isOverdue, kindText } from './waiting-text.ts';

export interface RowsProps {
  readonly rows: readonly Listed[];
  /** References of those that whoever looks does not see. */
  readonly hidden: ReadonlySet<string>;
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly kinds: Kinds;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly lang: Lang;
}

/** Residencies, one a row: where each stands, and what waits for whom. */
export const ResidencyRows = ({ rows, hidden, ...props }: RowsProps) => (
  <WideTable
    label={words.startups[props.lang]}
    head={[both.startup, both.state, both.space, both.contract, both.nextReport, words.waits].map(
      (text) => text[props.lang],
    )}
    rows={rows.map((row) => ({
      key: row.residency.id,
      cells: hidden.has(row.residency.id)
        ? [
            <span key="reference" class="notranslate">
              {row.residency.id}
            </span>,
            words.hidden[props.lang],
            '',
            '',
            '',
            '',
          ]
        : cellsOf(row, props),
    }))}
  />
);

function cellsOf(row: Listed, props: Omit<RowsProps, 'rows' | 'hidden'>) {
  const { residency, standing, place, stuck } = row;
  const { today, lang } = props;
  const { from, to } = contractOn(residency, today);
  const said = standingText(standing)[lang];
  return [
    <>
      <a href={residencyPaths.residency(residency.id)}>
        {residency.erasedAt ? words.erased[lang] : residency.startup.name}
      </a>
      <br />
      <span class="nowrap notranslate">{residency.id}</span>
    </>,
    <>
      {standing.kind === 'past' ? <strong class="late">{said}</strong> : said}
      {stuck.length > 0 && (
        <>
          <br />
          <strong class="late">{words.stuck[lang]}</strong>
        </>
      )}
    </>,
    place ? <a href={spacesPaths.space(place.space.id)}>{spaceText(place.space)}</a> : both.noSpace[lang],
    <Days key="days" from={from} to={to} lang={lang} />,
    <NextReport key="report" row={row} lang={lang} />,
    <Waiting key="waits" row={row} {...props} />,
  ];
}

function NextReport({ row: { reporting }, lang }: { readonly row: Listed; readonly lang: Lang }) {
  if (!reporting?.next) return <>{both.noReport[lang]}</>;
  const { next, late } = reporting;
  return (
    <>
      {quarterText(next.quarter)[lang]}
      <br />
      {formatInstant(next.dueAt, lang)}
      {late.length > 0 && (
        <>
          <br />
          <strong class="late">{lateText(late.length)[lang]}</strong>
        </>
      )}
    </>
  );
}

/** What is due first, with whom it waits for; and how much more there is. */
function Waiting({
  row: { open },
  names,
  kinds,
  now,
  lang,
}: { readonly row: Listed } & Pick<RowsProps, 'names' | 'kinds' | 'now' | 'lang'>) {
  const [first, ...more] = open;
  if (!first) return <>{words.nobody[lang]}</>;
  const due = dueText(first.dueAt, now)[lang];
  return (
    <>
      {kindText(kinds, first)[lang]} · {askedText(first, names)[lang]}
      <br />
      {isOverdue(first, now) ? <strong class="late">{due}</strong> : due}
      {more.length > 0 && (
        <>
          <br />
          {moreText(more.length)[lang]}
        </>
      )}
    </>
  );
}
