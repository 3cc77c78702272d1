import { isAtDesk, type Opened } from '../../applications/pages/context.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm, RoundAndReference } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going, shownOf } from '../../shared/pages/shown.ts';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Result } from '../result-of.ts';
import { AskedAgain } from './result.tsx';
import { reconsiderationWords, reconsiderationWordsOf, resultWords } from './result-texts.ts';

/** The one field of the request. */
export const reconsiderationPage = formPage({
  id: 'look-again',
  title: reconsiderationWords.title,
  fields: {
    words: {
      widget: 'textarea',
      label: reconsiderationWords.label,
      missing: reconsiderationWords.missing,
      maxLength: 1000,
      schema: longText({ max: 1000 }),
    },
  },
});

type Props = Opened & { readonly lang: Lang };

export function ReconsiderationForm(props: Props & { readonly typed: Typed; readonly errors: readonly FieldError[] }) {
  const { application, round, typed, errors, lang } = props;
  return (
    <Layout
      lang={lang}
      title={reconsiderationWords.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={application.reference} />}
      lead={reconsiderationWordsOf(round).lead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'result' }}
    >
      <PageForm
        id="form"
        action="/result/look-again"
        hidden={shownOf(application.reference)}
        copied={isAtDesk(props) ? undefined : { of: application.reference, page: reconsiderationPage.id }}
      >
        <Fields page={reconsiderationPage} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button kind="tertiary" {...going('result')}>
            {reconsiderationWords.back[lang]}
          </Button>
          <Button>{reconsiderationWords.send[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

/** Asked already, too late, or nothing to look at again: each says so, and what can be done instead. */
export function CannotAskAgainPage({ round, result, lang }: Props & { readonly result: Result }) {
  const { phase, until } = result.reconsideration;
  const title = phase === 'asked' ? 'asked' : phase === 'late' ? 'late' : 'notApplicable';
  return (
    <Layout lang={lang} title={resultWords[title][lang]} eyebrow={round.title[lang]} contact={round.contact}>
      {phase === 'asked' && <AskedAgain round={round} result={result} lang={lang} />}
      {phase === 'late' && (
        <>
          <p class="lead">{resultWords.lateText[lang]}</p>
          <p>
            {resultWords.ended[lang]}: {formatInstant(until, lang)}
          </p>
        </>
      )}
      {phase === 'not-applicable' && <p class="lead">{resultWords.notApplicableText[lang]}</p>}
      <p class="later">
        <a href="/result">{reconsiderationWords.back[lang]}</a>
      </p>
    </Layout>
  );
}
