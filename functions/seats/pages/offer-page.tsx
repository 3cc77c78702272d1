import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, FormPage, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going } from '../../shared/pages/shown.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { nextTermText } from '../mails/texts-by-round.ts';
import { declinePage } from './offer-form.ts';
import { offerWordsOf } from './offer-texts.ts';

interface OfferProps {
  readonly request: PersonRequest;
  readonly round: Round;
  readonly path: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** What is offered, until when, what follows from each answer, and what accepting asks for. */
export function OfferPage({
  request,
  round,
  path,
  page,
  typed,
  errors,
  lang,
}: OfferProps & { readonly page: FormPage }) {
  const words = offerWordsOf(round);
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
      lead={words.lead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'offer' }}
    >
      <Notice>
        <p>
          {words.by[lang]} <strong>{formatInstant(request.dueAt, lang)}</strong>
        </p>
      </Notice>
      <SummaryList
        rows={[
          { term: words.round[lang], value: round.title[lang] },
          {
            term: words.firstDay[lang],
            value: round.renews ? nextTermText[lang] : formatDate(round.firstDay, lang),
          },
          ...(round.renews ? [] : [{ term: words.days[lang], value: round.schedule.days[lang] }]),
          { term: words.sites[lang], value: round.sites[lang] },
        ]}
      />
      <h2>{words.follows[lang]}</h2>
      <SummaryList
        rows={[
          { term: words.ifAccept[lang], value: words.ifAcceptText[lang] },
          { term: words.ifDecline[lang], value: words.ifDeclineText[lang] },
          { term: words.ifSilent[lang], value: words.ifSilentText[lang] },
        ]}
      />
      <h2>{words.needed[lang]}</h2>
      <PageForm id="form" action={path} copied={{ of: request.id, page: page.id }}>
        <Fields page={page} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.accept[lang]}</Button>
        </Actions>
        <Actions>
          <Button kind="tertiary" name="answer" value="decline">
            {words.decline[lang]}
          </Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

/** Declining once more, deliberately; what was typed to accept comes along, for who goes back. */
export function DeclinePage({
  request,
  round,
  path,
  typed,
  toAccept,
  errors,
  lang,
}: OfferProps & { readonly toAccept: Typed }) {
  const words = offerWordsOf(round);
  return (
    <Layout
      lang={lang}
      title={words.declineTitle[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
      lead={words.ifDeclineText[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'offer' }}
    >
      <PageForm
        id="form"
        action={path}
        hidden={{ ...toAccept, answer: 'decline-confirmed' }}
        copied={{ of: request.id, page: declinePage.id }}
      >
        <Fields page={declinePage} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button kind="tertiary" {...going('offer')}>
            {words.back[lang]}
          </Button>
          <Button kind="danger">{words.declineYes[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}
