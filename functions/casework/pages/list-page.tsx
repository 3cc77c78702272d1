import type { Lang } from '../../shared/i18n.ts';
import { ChoiceSelect } from '../../shared/pages/choice-select.tsx';
import { Button, PageForm } from '../../shared/pages/components.tsx';
import { rowsInOneFile } from '../download-applications.ts';
import type { ListPage } from '../list-applications.ts';
import { type ListChoice, type Position, positionText } from '../list-position.ts';
import { listOrders } from '../listed-applications.ts';
import { Rows } from './application-rows.tsx';
import { caseworkPaths, choiceQuery } from './casework-paths.ts';
import { listedStates, stateLabels } from './casework-words.ts';
import { orderWords, listWords as words } from './list-words.ts';
import { SearchForm } from './search-page.tsx';

interface ListProps {
  readonly round: string;
  readonly choice: ListChoice;
  readonly page: ListPage;
  /** References of those that whoever looks does not see. */
  readonly hidden: ReadonlySet<string>;
  /** In how many files all of the choice are. */
  readonly files: number;
  readonly lang: Lang;
}

/** The applications of a round, a page of them, with what they are chosen and searched by. */
export function ListView({ round, choice, page, hidden, files, lang }: ListProps) {
  return (
    <>
      <SearchForm round={round} typed="" errors={[]} lang={lang} />
      <ChoiceForm round={round} choice={choice} lang={lang} />
      {page.applications.length === 0 ? (
        <p>{words.none[lang]}</p>
      ) : (
        <Rows applications={page.applications} {...{ round, choice, hidden, lang }} />
      )}
      {page.lookedThrough !== undefined && <p>{words.partly(page.lookedThrough)[lang]}</p>}
      <nav class="cases" aria-label={words.pages[lang]}>
        {page.previous && <PageLink {...{ round, choice, lang }} at={page.previous} text={words.previous[lang]} />}
        {page.next && <PageLink {...{ round, choice, lang }} at={page.next} text={words.next[lang]} />}
        <a href={caseworkPaths.round(round)}>{words.toRound[lang]}</a>
      </nav>
      <Download {...{ round, choice, files, lang }} />
    </>
  );
}

const PageLink = (props: {
  readonly round: string;
  readonly choice: ListChoice;
  readonly at: Position;
  readonly text: string;
  readonly lang: Lang;
}) => (
  <a
    href={`${caseworkPaths.list(props.round)}${choiceQuery(props.choice, positionText(props.at, props.choice.order))}`}
  >
    {props.text}
  </a>
);

/** It asks for a page and changes nothing: its choice may stand in an address. */
function ChoiceForm({ round, choice, lang }: Pick<ListProps, 'round' | 'choice' | 'lang'>) {
  return (
    <form method="get" action={caseworkPaths.list(round)} class="choice" aria-label={words.shown[lang]}>
      <ChoiceSelect
        name="state"
        label={words.state[lang]}
        present={choice.state ?? ''}
        options={[
          { value: '', text: words.all[lang] },
          ...listedStates.map((state) => ({ value: state, text: stateLabels[state][lang] })),
        ]}
      />
      <ChoiceSelect
        name="order"
        label={words.order[lang]}
        present={choice.order}
        options={listOrders.map((order) => ({ value: order, text: orderWords[order][lang] }))}
      />
      <Button kind="tertiary">{words.show[lang]}</Button>
    </form>
  );
}

function Download({ round, choice, files, lang }: Pick<ListProps, 'round' | 'choice' | 'files' | 'lang'>) {
  return (
    <>
      <h2>{words.csv[lang]}</h2>
      <p>{words.csvText(rowsInOneFile)[lang]}</p>
      <PageForm
        id="csv"
        action={caseworkPaths.csv(round)}
        hidden={{ order: choice.order, ...(choice.state !== undefined && { state: choice.state }) }}
      >
        <p class="actions">
          {Array.from({ length: files }, (_, index) => (
            <Button key={index} kind="tertiary" name="file" value={String(index + 1)}>
              {words.csvPart(index + 1, files)[lang]}
            </Button>
          ))}
        </p>
      </PageForm>
    </>
  );
}
