import * as z from 'zod';
import type { Lang } from '../../shared/i18n.ts';
import { ChoiceSelect } from '../../shared/pages/choice-select.tsx';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage } from '../../shared/pages/form.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { type Choice, standings } from '../standing.ts';
import { deskResidencyWords as words } from './desk-words.ts';
import { residencyPaths } from './residency-paths.ts';
import { words as both, standingWords } from './residency-words.ts';

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

export const SearchForm = (props: {
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) => (
  <PageForm id={searchForm.id} action={residencyPaths.search}>
    <Fields page={searchForm} typed={{ q: [props.typed] }} errors={props.errors} lang={props.lang} />
    <Actions>
      <Button>{words.find[props.lang]}</Button>
    </Actions>
  </PageForm>
);

/** It asks for a page and changes nothing: its choice may stand in an address. */
export function ChoiceForm({
  rounds,
  choice,
  lang,
}: {
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
  readonly choice: Choice;
  readonly lang: Lang;
}) {
  const states = [
    { value: '', text: words.here[lang] },
    ...standings.map((kind) => ({ value: kind, text: standingWords[kind][lang] })),
    { value: 'all', text: words.all[lang] },
  ];
  return (
    <form method="get" action={residencyPaths.list} class="choice" aria-label={words.choice[lang]}>
      <ChoiceSelect
        name="round"
        label={both.round[lang]}
        present={choice.round ?? ''}
        options={[
          { value: '', text: words.allRounds[lang] },
          ...rounds.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <ChoiceSelect name="state" label={both.state[lang]} present={choice.state ?? ''} options={states} />
      <Button kind="tertiary">{words.show[lang]}</Button>
    </form>
  );
}
