import { Days } from '../../desk/pages/days.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, ErrorIcon, Notice, SummaryList } from '../../shared/pages/components.tsx';
import { controlId, type FieldError } from '../../shared/pages/form.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatDate, type LocalDate } from '../../shared/time.ts';
import type { NameOf } from '../holder-names.ts';
import { countsOf, type OccupancyRow, occupancyStates } from '../occupancy.ts';
import { type Holder, type Holding, type Space, spaceText } from '../space.ts';
import { overstayOf } from '../stays.ts';
import { spacesPaths } from './spaces-paths.ts';
import { deskText, pastText, spacesText, stateWords, spacesWords as words } from './spaces-words.ts';

export interface ListProps {
  readonly rows: readonly OccupancyRow[];
  readonly date: LocalDate;
  readonly today: LocalDate;
  /** What was typed for the day. */
  readonly typed: string;
  readonly error: FieldError | undefined;
  readonly nameOf: NameOf;
  readonly lang: Lang;
}

/** Every space on a day: contracts beside who is there, who stays past the end, and what is free. */
export function SpacesList({ rows, date, today, typed, error, nameOf, lang }: ListProps) {
  const counts = countsOf(rows);
  return (
    <>
      <Staying spaces={rows.map(({ space }) => space)} {...{ today, nameOf, lang }} />
      <DayForm {...{ typed, error, lang }} />
      <h2>{formatDate(date, lang)}</h2>
      {date > today && (
        <Notice>
          <p>{words.expected[lang]}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <p>{words.none[lang]}</p>
      ) : (
        <>
          <SummaryList
            rows={occupancyStates.map((state) => ({
              term: stateWords[state][lang],
              value: spacesText(counts[state])[lang],
            }))}
          />
          <WideTable
            label={words.spaces[lang]}
            head={[words.space, words.state, words.contract, words.occupant, words.desks, words.accessible].map(
              (text) => text[lang],
            )}
            rows={rows.map((row) => ({ key: row.space.id, cells: cellsOf(row, nameOf, lang) }))}
          />
          <Actions>
            <ButtonLink kind="tertiary" href={`${spacesPaths.csv}?on=${date}`}>
              {words.csv[lang]}
            </ButtonLink>
          </Actions>
        </>
      )}
    </>
  );
}

/** It asks for a page and changes nothing: its day may stand in an address. */
function DayForm({ typed, error, lang }: Pick<ListProps, 'typed' | 'error' | 'lang'>) {
  const id = controlId('on');
  return (
    <form method="get" action={spacesPaths.list} class="choice" aria-label={words.show[lang]}>
      <div class={error ? 'field bad' : 'field'}>
        <label class="l" for={id}>
          {words.date[lang]}
        </label>
        <p class="hint" id="on-hint">
          {words.dateHint[lang]}
        </p>
        {error && (
          <p class="err" id="on-error">
            <ErrorIcon />
            <span>{error.message}</span>
          </p>
        )}
        <input
          type="text"
          id={id}
          name="on"
          value={typed}
          inputMode="numeric"
          aria-describedby={error ? 'on-hint on-error' : 'on-hint'}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <Button kind="tertiary">{words.show[lang]}</Button>
    </form>
  );
}

function cellsOf({ space, state, contract, occupant }: OccupancyRow, nameOf: NameOf, lang: Lang) {
  return [
    <a key="space" href={spacesPaths.space(space.id)}>
      {spaceText(space)}
    </a>,
    stateWords[state][lang],
    <HoldingView key="contract" holding={contract} {...{ nameOf, lang }} />,
    <HoldingView key="occupant" holding={occupant} {...{ nameOf, lang }} />,
    deskText(space.desks)[lang],
    words[space.accessible ? 'yes' : 'no'][lang],
  ];
}

export const HolderView = ({ holder, nameOf }: { readonly holder: Holder; readonly nameOf: NameOf }) => {
  const name = nameOf(holder);
  return (
    <>
      {name !== undefined && `${name} · `}
      <span class="notranslate">{holder.id}</span>
    </>
  );
};

export function HoldingView({
  holding,
  nameOf,
  lang,
}: {
  readonly holding: Holding | undefined;
  readonly nameOf: NameOf;
  readonly lang: Lang;
}) {
  if (!holding) return <>{words.nobody[lang]}</>;
  return (
    <>
      <HolderView holder={holding.holder} nameOf={nameOf} />
      <br />
      <Days from={holding.from} to={holding.to} lang={lang} />
    </>
  );
}

/** Whoever stays, today, whatever day is looked at. */
function Staying({
  spaces,
  today,
  nameOf,
  lang,
}: {
  readonly spaces: readonly Space[];
  readonly today: LocalDate;
  readonly nameOf: NameOf;
  readonly lang: Lang;
}) {
  const staying = spaces.flatMap((space) => {
    const found = overstayOf(space, today);
    return found ? [{ space, ...found }] : [];
  });
  if (staying.length === 0) return null;
  return (
    <section aria-labelledby="staying">
      <h2 id="staying">{words.staying[lang]}</h2>
      <ul class="desk-list overdue">
        {staying.map(({ space, holding, days }) => (
          <li key={space.id}>
            <a href={spacesPaths.space(space.id)}>{spaceText(space)}</a>
            <p>
              <HolderView holder={holding.holder} nameOf={nameOf} /> · {words.contractTo[lang]}{' '}
              {formatDate(holding.to, lang)} · <strong>{pastText(days)[lang]}</strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
