import type { PersonRequest } from '../../requests/request.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Account } from '../account.ts';
import { accountForm } from './account-form.ts';
import { accountWords as words } from './account-texts.ts';
import { masked } from './masked.ts';
import { StopAccount } from './stop-account-step.tsx';

/** Where the lecturer enters the account. */
export const accountPage = (props: {
  readonly request: PersonRequest;
  readonly path: string;
  /** What was entered before, of which only the last digits are shown. */
  readonly present: Account | undefined;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}): PageResponse => {
  const { request, path, present, typed, errors, lang } = props;
  return html(
    <Layout lang={lang} title={words.title[lang]} lead={words.lead[lang]} errors={errors} formId="form">
      {request.question && (
        <Notice kind="warning" title={words.refused[lang]}>
          <p class="typed">{request.question.text}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: words.due[lang], value: formatInstant(request.dueAt, lang) },
          ...(present ? [{ term: words.present[lang], value: masked(present, lang) }] : []),
        ]}
      />
      <p>{words.noNumber[lang]}</p>
      <PageForm id="form" action={path}>
        <Fields page={accountForm} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.check[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: errors.length > 0 ? 422 : 200 },
  );
};

/** What became of the request, for the lecturer who opens the link again. */
export const closedAccountPage = (
  { outcome }: PersonRequest,
  entered: Account | undefined,
  { lang, path, now }: Pick<PageRequest, 'lang' | 'path' | 'now'>,
): PageResponse => {
  const isEntered = outcome === 'ENTERED';
  return html(
    <ProblemPage lang={lang} title={(isEntered ? words.done : words.lapsed)[lang]}>
      {entered?.state !== 'STOPPED' && <p>{(isEntered ? words.doneText : words.lapsedText)[lang]}</p>}
      {isEntered && entered && <SummaryList rows={[{ term: words.entered[lang], value: masked(entered, lang) }]} />}
      {isEntered && <StopAccount account={entered} path={path} now={now} lang={lang} />}
    </ProblemPage>,
    { status: isEntered ? 200 : 410 },
  );
};
