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
  title: { ko: '선발되셨습니다', en: 'You have been selected' },
  lead: {
    ko: '축하드립니다. 아래 내용을 읽고 참여 여부를 알려 주십시오.',
    en: 'Congratulations. Read the details below and tell us if you accept your place.',
  },
  by: { ko: '답변 기한:', en: 'Please answer by' },
  round: { ko: '과정', en: 'Course' },
  firstDay: { ko: '첫 수업일', en: 'First day' },
  days: { ko: '시간', en: 'Days and times' },
  sites: { ko: '장소', en: 'Where' },
  follows: { ko: '답변에 따른 안내', en: 'What happens after you answer' },
  ifAccept: { ko: '참여하시면', en: 'If you accept' },
  ifAcceptText: {
    ko: '참여가 확정되고, 확인서(PDF)와 일정 파일을 받으실 수 있습니다. 그 뒤에 사정이 바뀌면 지원 현황에서 참여를 취소하실 수 있습니다.',
    en: 'Your place is confirmed, and you get a confirmation letter (PDF) and a calendar file. If you cannot take part after all, you can give up your place on the page of your application.',
  },
  ifDecline: { ko: '참여하지 않으시면', en: 'If you decline' },
  ifDeclineText: {
    ko: '대기자가 있으면 다음 순번 대기자에게 기회가 돌아가며, 되돌릴 수 없습니다. 다음 모집의 심사에는 영향을 주지 않습니다.',
    en: 'Your place goes to the next person on the waiting list, if there is one. This cannot be undone. It does not affect future applications.',
  },
  ifSilent: { ko: '기한까지 답하지 않으시면', en: 'If you do not answer' },
  ifSilentText: {
    ko: '참여하실 수 없으며, 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
    en: 'We can no longer keep your place. It goes to the next person on the waiting list, if there is one.',
  },
  needed: { ko: '참여하시려면', en: 'To accept your place' },
  accept: { ko: '참여하기', en: 'Accept your place' },
  decline: { ko: '참여하지 않기', en: 'Decline your place' },
  declineTitle: { ko: '참여하지 않으시겠습니까?', en: 'Do you want to decline your place?' },
  declineYes: { ko: '참여하지 않습니다', en: 'Yes, decline my place' },
  back: { ko: '참여 여부를 다시 정하기', en: 'No, go back' },
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
export const DeclinePage = ({
  request,
  round,
  path,
  typed,
  toAccept,
  errors,
  lang,
}: OfferProps & { readonly toAccept: Typed }) => (
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
