import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, FormPage, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going } from '../../shared/pages/shown.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { declinePage } from './offer-form.ts';

const words = {
  title: { ko: '선발되셨습니다', en: 'You have been offered a seat' },
  lead: {
    ko: '축하드립니다. 아래 내용을 읽고 참여 여부를 답해 주십시오.',
    en: 'Congratulations. Please read what is offered, and tell us whether you take it.',
  },
  by: { ko: '답변 기한:', en: 'Please answer by' },
  round: { ko: '과정', en: 'What' },
  firstDay: { ko: '첫날', en: 'First day' },
  days: { ko: '시간', en: 'When' },
  sites: { ko: '장소', en: 'Where' },
  follows: { ko: '답에 따라 달라지는 것', en: 'What follows from your answer' },
  ifAccept: { ko: '수락하면', en: 'If you accept' },
  ifAcceptText: {
    ko: '참여가 확정되고, 확인서(PDF)와 일정 파일을 받으실 수 있습니다. 그 뒤에 사정이 바뀌면 지원 현황에서 지원을 취소하실 수 있습니다.',
    en: 'The seat is yours, with a confirmation letter (PDF) and a calendar file. If you cannot come after all, you can withdraw on the page of your application.',
  },
  ifDecline: { ko: '참여하지 않으면', en: 'If you decline' },
  ifDeclineText: {
    ko: '기다리는 분이 있으면 자리가 바로 그분께 넘어가며, 되돌릴 수 없습니다. 다음 모집의 심사에는 영향이 없습니다.',
    en: 'If anybody waits, the seat goes to them at once; this cannot be undone. It has no bearing on another application.',
  },
  ifSilent: { ko: '답하지 않으면', en: 'If you do not answer' },
  ifSilentText: {
    ko: '기한이 지나면 자리를 받으실 수 없으며, 기다리는 분이 있으면 그분께 넘어갑니다.',
    en: 'After that time the seat is no longer yours; it goes to whoever is next, if anybody waits.',
  },
  needed: { ko: '자리를 수락하려면', en: 'To take the seat' },
  accept: { ko: '자리를 수락합니다', en: 'I take the seat' },
  decline: { ko: '참여하지 않기', en: 'Decline the seat' },
  declineTitle: { ko: '참여하지 않으시겠습니까?', en: 'Decline the seat?' },
  declineYes: { ko: '참여하지 않습니다', en: 'Yes, decline it' },
  back: { ko: '돌아가기', en: 'No, go back' },
} as const satisfies Record<string, Text>;

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
          { term: words.firstDay[lang], value: formatDate(round.firstDay, lang) },
          { term: words.days[lang], value: round.schedule.days[lang] },
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
      <PageForm id="form" action={path}>
        <Fields page={page} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.accept[lang]}</Button>
        </Actions>
      </PageForm>
      <PageForm id="decline" action={path} hidden={{ answer: 'decline' }}>
        <Actions>
          <Button kind="tertiary">{words.decline[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

/** Declining once more, deliberately. */
export const DeclinePage = ({ request, round, path, typed, errors, lang }: OfferProps) => (
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
    <PageForm id="form" action={path} hidden={{ answer: 'decline-confirmed' }}>
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
