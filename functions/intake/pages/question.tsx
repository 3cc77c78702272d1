import type { TypedPages } from '../../forms/answers.ts';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { decode, type FieldError, type FormPage, formPage } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { type Form, html, type PageResponse } from '../../shared/pages/request.ts';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant } from '../../shared/time.ts';

const words = {
  title: { ko: '지원서에 대한 질문', en: 'A question about your application' },
  asked: { ko: '담당자의 질문', en: 'Our question' },
  by: { ko: '답변 기한:', en: 'Please answer by' },
  correct: { ko: '수정하실 수 있는 내용', en: 'What you can change' },
  correctLead: {
    ko: '맞으면 그대로 두시고, 다르면 수정해 주십시오.',
    en: 'Leave what is right and change what is not.',
  },
  reply: { ko: '답변', en: 'Your answer' },
  replyMissing: { ko: '답변을 입력해 주십시오.', en: 'Enter your answer.' },
  send: { ko: '답변 보내기', en: 'Send your answer' },
  answered: { ko: '답변을 받았습니다', en: 'We have received your answer' },
  answeredText: {
    ko: '담당자가 확인한 뒤 결과를 이메일로 알려 드립니다.',
    en: 'Our team will check it and email you the result.',
  },
  lapsed: { ko: '답변 기한이 지났습니다', en: 'The deadline to answer has passed' },
  lapsedText: {
    ko: '담당자가 제출하신 내용만으로 판단하며, 결과를 이메일로 알려 드립니다. 꼭 알리셔야 할 사정이 있으면 문의처로 연락해 주십시오.',
    en: 'We will decide on what you sent and email you the result. If there is something that we must know, contact us.',
  },
  gone: { ko: '더 이상 필요하지 않은 질문입니다', en: 'This question is no longer open' },
  goneText: {
    ko: '지원서를 수정하여 다시 제출하셨거나 지원을 취소하셨습니다.',
    en: 'You have changed your application and sent it again, or you have withdrawn it.',
  },
  reference: { ko: '접수 번호', en: 'Reference number' },
  at: { ko: '일시', en: 'When' },
  otherAddress: {
    ko: '여기서는 이메일 주소를 변경하실 수 없습니다. 지원하신 주소를 그대로 적어 주십시오. 변경하시려면 지원 현황의 ‘지원서 수정하기’에서 변경하거나 문의처로 알려 주십시오.',
    en: 'You cannot change your email address here. Leave it as it was. To change it, use “Change your answers” on the page of your application, or contact us.',
  },
} as const satisfies Record<string, Text>;

/** The reply in words that goes with every answer. */
export const replyPage = formPage({
  id: 'reply',
  title: words.reply,
  fields: {
    reply: {
      widget: 'textarea',
      label: words.reply,
      missing: words.replyMissing,
      maxLength: 1000,
      schema: longText({ max: 1000 }),
    },
  },
});

export const otherAddressError = (lang: Lang): FieldError => ({ field: 'email', message: words.otherAddress[lang] });

export function QuestionPage(props: {
  readonly request: PersonRequest;
  readonly path: string;
  readonly round: Round;
  readonly pages: readonly FormPage[];
  readonly typed: TypedPages;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { request, path, round, pages, typed, errors, lang } = props;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'question' }}
    >
      <Notice title={words.asked[lang]}>
        <p class="typed">{request.question?.text}</p>
        <p>
          {words.by[lang]} <strong>{formatInstant(request.dueAt, lang)}</strong>
        </p>
      </Notice>
      <PageForm id="form" action={path} copied={{ of: request.id, page: replyPage.id }}>
        {pages.length > 0 && (
          <>
            <h2>{words.correct[lang]}</h2>
            <p class="lead">{words.correctLead[lang]}</p>
          </>
        )}
        {pages.map((page) => (
          <section key={page.id} aria-label={page.title[lang]}>
            <h3>{page.title[lang]}</h3>
            <Fields page={page} typed={typed[page.id] ?? {}} errors={errors} lang={lang} />
          </section>
        ))}
        <Fields page={replyPage} typed={typed[replyPage.id] ?? {}} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.send[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

/** For whoever opens the link again. */
export function closedQuestionPage(
  lang: Lang,
  request: PersonRequest,
  round: Round | undefined,
  posted: Form,
): PageResponse {
  const reply = chosenOf(replyPage, decode(replyPage, posted), lang);
  const late = reply.filter(({ value }) => value !== request.reason);
  const [title, text] =
    request.state === 'SETTLED'
      ? [words.answered, words.answeredText]
      : request.state === 'LAPSED'
        ? [words.lapsed, words.lapsedText]
        : [words.gone, words.goneText];
  return html(
    <ProblemPage lang={lang} title={title[lang]} contact={round?.contact}>
      <p>{text[lang]}</p>
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
        ]}
      />
      <NotKept rows={late} lang={lang} />
    </ProblemPage>,
    { status: request.state === 'LAPSED' ? 410 : late.length > 0 ? 409 : 200 },
  );
}
