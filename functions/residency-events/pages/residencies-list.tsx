import * as z from 'zod';
import { Days } from '../../desk/pages/days.tsx';
import { quarterText } from '../../reports/words.ts';
import type { Kinds } from '../../requests/kind.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage } from '../../shared/pages/form.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { normaliseLine } from '../../shared/text.ts';
import { formatInstant, type Instant, type LocalDate } from '../../shared/time.ts';
import { countsOf, occupancyOn } from '../../spaces/occupancy.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { spacesText } from '../../spaces/pages/spaces-words.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import type { Listed } from '../list-residencies.ts';
import { type Choice, contractOn, standings } from '../standing.ts';
import { lateText, moreText, ofText, deskResidencyWords as words } from './desk-words.ts';
import { choiceQuery, residencyPaths } from './residency-paths.ts';
import { words as both, standingText, standingWords } from './residency-words.ts';
import { askedText, dueText, isOverdue, kindText } from './waiting-text.ts';

interface RowsProps {
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

interface ListProps extends RowsProps {
  readonly choice: Choice;
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
  readonly spaces: readonly Space[];
}

/** All residencies of a choice, with the occupancy of the day. */
export function ResidenciesList(props: ListProps) {
  const { rows, choice, lang } = props;
  return (
    <>
      <Occupancy {...props} />
      <h2>{words.startups[lang]}</h2>
      <SearchForm typed="" errors={[]} lang={lang} />
      <ChoiceForm {...props} />
      {rows.length === 0 ? (
        <p>{words.none[lang]}</p>
      ) : (
        <>
          <Rows {...props} />
          <PageForm
            id="csv"
            action={residencyPaths.csv}
            hidden={Object.fromEntries(new URLSearchParams(choiceQuery(choice)))}
          >
            <Actions>
              <Button kind="tertiary">{words.csv[lang]}</Button>
            </Actions>
          </PageForm>
        </>
      )}
    </>
  );
}

/** What a search has found. */
export const FoundResidencies = (
  props: RowsProps & { readonly typed: string; readonly errors: readonly FieldError[] },
) => (
  <>
    <SearchForm {...props} />
    {props.errors.length === 0 && (props.rows.length === 0 ? <p>{words.none[props.lang]}</p> : <Rows {...props} />)}
    <p>
      <a href={residencyPaths.list}>{words.toList[props.lang]}</a>
    </p>
  </>
);

/** Spaces that are used, and those under contract, which differ when somebody stays; and the way to any other day. */
function Occupancy({ spaces, today, lang }: ListProps) {
  const rows = occupancyOn(spaces, today, today);
  const counts = countsOf(rows);
  const offered = rows.length - counts.closed;
  const contracts = rows.filter(({ contract }) => contract).length;
  return (
    <section class="part" aria-labelledby="occupancy">
      <h2 id="occupancy">{words.today[lang]}</h2>
      <SummaryList
        rows={[
          {
            term: words.held[lang],
            value: `${ofText(counts.occupied + counts.staying, offered)[lang]} (${words.heldHint[lang]})`,
          },
          { term: words.underContract[lang], value: spacesText(contracts)[lang] },
          { term: words.free[lang], value: spacesText(counts.free)[lang] },
        ]}
      />
      <form method="get" action={spacesPaths.list} class="choice" aria-label={words.freeOn[lang]}>
        <div class="field">
          <label class="l" for="on">
            {words.freeOn[lang]}
          </label>
          <p class="hint" id="on-hint">
            {words.dayHint[lang]}
          </p>
          <input type="text" id="on" name="on" value={today} inputMode="numeric" aria-describedby="on-hint" />
        </div>
        <Button kind="tertiary">{words.show[lang]}</Button>
      </form>
    </section>
  );
}

const longestSearch = 100;

/** Posted, so that no name stands in an address. */
export const searchForm = formPage({
  id: 'search',
  title: words.found,
  fields: {
    q: {
      widget: 'text',
      label: words.search,
      missing: words.searchMissing,
      autocomplete: 'off',
      maxLength: longestSearch,
      schema: z.string().transform(normaliseLine).pipe(z.string().min(1).max(longestSearch)),
    },
  },
});

const SearchForm = (props: { readonly typed: string; readonly errors: readonly FieldError[]; readonly lang: Lang }) => (
  <PageForm id={searchForm.id} action={residencyPaths.search}>
    <Fields page={searchForm} typed={{ q: [props.typed] }} errors={props.errors} lang={props.lang} />
    <Actions>
      <Button>{words.find[props.lang]}</Button>
    </Actions>
  </PageForm>
);

/** It asks for a page and changes nothing: its choice may stand in an address. */
function ChoiceForm({ rounds, choice, lang }: ListProps) {
  const states = [
    { value: '', text: words.here[lang] },
    ...standings.map((kind) => ({ value: kind, text: standingWords[kind][lang] })),
    { value: 'all', text: words.all[lang] },
  ];
  return (
    <form method="get" action={residencyPaths.list} class="choice" aria-label={words.choice[lang]}>
      <Select
        name="round"
        label={both.round[lang]}
        present={choice.round ?? ''}
        options={[
          { value: '', text: words.allRounds[lang] },
          ...rounds.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <Select name="state" label={both.state[lang]} present={choice.state ?? ''} options={states} />
      <Button kind="tertiary">{words.show[lang]}</Button>
    </form>
  );
}

const Select = (props: {
  readonly name: string;
  readonly label: string;
  readonly present: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) => (
  <div class="field">
    <label class="l" for={props.name}>
      {props.label}
    </label>
    <div class="select">
      <select id={props.name} name={props.name}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === props.present}>
            {text}
          </option>
        ))}
      </select>
    </div>
  </div>
);

const Rows = ({ rows, hidden, ...props }: RowsProps) => (
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
