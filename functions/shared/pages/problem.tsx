import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../i18n.ts';
import { type Contact, Layout } from './layout.tsx';
import { html, type PageResponse } from './request.ts';

/** A page that says what is the matter and what can be done: faults, closed rounds, links that open nothing any more. */
export const ProblemPage = (props: {
  readonly lang: Lang;
  readonly title: string;
  readonly contact?: Contact;
  readonly children: ComponentChildren;
}) => (
  <Layout lang={props.lang} title={props.title} contact={props.contact}>
    <div class="text">{props.children}</div>
  </Layout>
);

/** A call that no page can answer, with the HTTP status that says why. */
export class PageFault extends Error {
  override readonly name = 'PageFault';
  readonly status: FaultStatus;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: FaultStatus, headers: Readonly<Record<string, string>> = {}) {
    super(String(status));
    this.status = status;
    this.headers = headers;
  }
}
export type FaultStatus = keyof typeof faults;

const faults = {
  403: {
    title: { ko: '요청을 처리하지 않았습니다', en: 'We could not accept this request' },
    text: {
      ko: '서울 핀테크 아카데미 화면에서 보내신 요청인지 확인할 수 없었습니다. 바뀐 내용은 없습니다. 받으신 이메일의 링크나 첫 화면에서 다시 열어 주십시오.',
      en: 'We could not tell if it was sent from one of our pages. Nothing has changed. Open the page again from the link in your email or from the start page.',
    },
  },
  404: {
    title: { ko: '페이지를 찾을 수 없습니다', en: 'Page not found' },
    text: {
      ko: '주소를 직접 입력하셨다면 맞는지 확인해 주십시오. 이메일의 링크를 복사하셨다면 끝까지 복사되었는지 확인해 주십시오.',
      en: 'If you typed the address, check that it is right. If you copied a link from an email, check that you copied all of it.',
    },
  },
  405: {
    title: { ko: '이 주소에서는 할 수 없는 요청입니다', en: 'You cannot do this here' },
    text: {
      ko: '바뀐 내용은 없습니다. 앞 화면으로 돌아가 다시 열어 주십시오.',
      en: 'Nothing has changed. Go back and open the page again.',
    },
  },
  409: {
    title: { ko: '방금 다른 곳에서 내용이 변경되었습니다', en: 'This has just been changed elsewhere' },
    text: {
      ko: '같은 내용이 동시에 변경되어 이번 요청은 저장하지 않았습니다. 앞 화면으로 돌아가 새로 고친 뒤 다시 보내 주십시오.',
      en: 'It was changed at the same time, so we did not save your request. Go back, reload the page and try again.',
    },
  },
  413: {
    title: { ko: '보내신 내용이 너무 큽니다', en: 'What you sent is too large' },
    text: {
      ko: '내용을 저장하지 않았습니다. 앞 화면으로 돌아가 내용을 줄인 뒤 다시 보내 주십시오.',
      en: 'We did not save it. Go back, make it shorter and send it again.',
    },
  },
  415: {
    title: { ko: '읽을 수 없는 형식입니다', en: 'We cannot read this format' },
    text: {
      ko: '내용을 저장하지 않았습니다. 서울 핀테크 아카데미 화면에 있는 양식으로 보내 주십시오.',
      en: 'We did not save it. Use the form on our pages.',
    },
  },
  500: {
    title: { ko: '지금은 이 화면을 보여 드릴 수 없습니다', en: 'We cannot show this page at the moment' },
    text: {
      ko: '서비스에 문제가 생겨 담당자가 볼 수 있도록 기록했습니다. 방금 보내신 내용이 저장되었는지 여기서는 알 수 없습니다. 잠시 뒤 앞 화면으로 돌아가 다시 보내 주십시오. 같은 내용을 두 번 보내셔도 한 번만 접수됩니다.',
      en: 'Something went wrong on our side, and we have recorded it. If you have just sent something, we cannot tell from here if it was saved. Go back in a few minutes and send it again. If you send the same thing twice, it counts once.',
    },
  },
} as const satisfies Record<number, { title: Text; text: Text }>;

const again: Text = { ko: '첫 화면으로 가기', en: 'Go to the start page' };

export const faultPage = (lang: Lang, status: FaultStatus): PageResponse =>
  html(
    <ProblemPage lang={lang} title={faults[status].title[lang]}>
      <p>{faults[status].text[lang]}</p>
      <p>
        <a href="/">{again[lang]}</a>
      </p>
    </ProblemPage>,
    { status },
  );

const refusedTitle: Text = { ko: '지금은 할 수 없습니다', en: 'This is not possible' };

/** What a business rule does not allow, in its own words. */
export const refusedPage = (lang: Lang, text: Text): PageResponse =>
  html(
    <ProblemPage lang={lang} title={refusedTitle[lang]}>
      <p>{text[lang]}</p>
    </ProblemPage>,
    { status: 422 },
  );
