import { Actions, Button, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError } from '../../shared/pages/form.ts';
import { countsOf, occupancyOn } from '../../spaces/occupancy.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { spacesText } from '../../spaces/pages/spaces-words.ts';
import type { Space } from '../../spaces/space.ts';
import type { Choice } from '../standing.ts';
import { ofText, deskResidencyWords as words } from './desk-words.ts';
import { ChoiceForm, SearchForm } from './residencies-forms.tsx';
import { ResidencyRows, type RowsProps } from './residencies-rows.tsx';
import { choiceQuery, residencyPaths } from './residency-paths.ts';

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
          <ResidencyRows {...props} />
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
    {props.errors.length === 0 &&
      (props.rows.length === 0 ? <p>{words.none[props.lang]}</p> : <ResidencyRows {...props} />)}
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
