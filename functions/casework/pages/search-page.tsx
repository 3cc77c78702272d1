import * as z from 'zod';
import type { Application } from '../../applications/application.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage } from '../../shared/pages/form.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { inOnePage } from '../list-applications.ts';
import { type Found, longestSearch } from '../search-applications.ts';
import { Rows } from './application-rows.tsx';
import { caseworkPaths } from './casework-paths.ts';
import { listWords as words } from './list-words.ts';

/** The form with which applications are searched for: posted, so that no name stands in an address. */
export const searchForm = formPage({
  id: 'search',
  title: words.searchTitle,
  fields: {
    q: {
      widget: 'text',
      label: words.search,
      hint: words.searchHint,
      missing: words.searchMissing,
      autocomplete: 'off',
      maxLength: longestSearch,
      schema: z.string().transform(normaliseLine).pipe(z.string().min(1).max(longestSearch)),
    },
  },
});

export function SearchForm(props: {
  readonly round: string;
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { round, typed, errors, lang } = props;
  return (
    <PageForm id={searchForm.id} action={caseworkPaths.search(round)}>
      <Fields page={searchForm} typed={{ q: [typed] }} errors={errors} lang={lang} />
      <p class="actions">
        <Button>{words.find[lang]}</Button>
      </p>
    </PageForm>
  );
}

interface SearchProps {
  readonly round: string;
  readonly typed: string;
  readonly found: Extract<Found, { kind: 'found' }>;
  /** From 0. */
  readonly page: number;
  readonly hidden: ReadonlySet<string>;
  readonly lang: Lang;
}

/** What a page of a search shows. */
export const shownOf = ({ found, page }: Pick<SearchProps, 'found' | 'page'>): readonly Application[] =>
  found.applications.slice(page * inOnePage, (page + 1) * inOnePage);

/** What a search has found; its pages are posted too. */
export function SearchView({ round, typed, found, page, hidden, lang }: SearchProps) {
  const pages = Math.ceil(found.applications.length / inOnePage);
  return (
    <>
      <SearchForm {...{ round, typed, lang }} errors={[]} />
      {found.applications.length === 0 ? (
        <Notice title={words.foundNobody[lang]}>
          <p>{words.foundNobodyText[lang]}</p>
        </Notice>
      ) : (
        <>
          <p role="status">{words.found(found.applications.length, found.more)[lang]}</p>
          <Rows applications={shownOf({ found, page })} withEmail {...{ round, hidden, lang }} />
        </>
      )}
      <nav class="cases" aria-label={words.pages[lang]}>
        {page > 0 && <PageButton at={page - 1} text={words.previous[lang]} />}
        {page < pages - 1 && <PageButton at={page + 1} text={words.next[lang]} />}
        <a href={caseworkPaths.list(round)}>{words.toList[lang]}</a>
      </nav>
    </>
  );
}

const PageButton = ({ at, text }: { readonly at: number; readonly text: string }) => (
  <Button kind="link" form={searchForm.id} name="page" value={String(at)}>
    {text}
  </Button>
);
