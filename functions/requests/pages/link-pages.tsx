import * as z from 'zod';
import type { Person } from '../../people/person.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, type FormPage, formPage } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import { assigneeId, type PersonRequest } from '../request.ts';
import type { Held } from './kinds.ts';

const words = {
  againText: {
    ko: '그 뒤 다시 받으신 요청입니다. 가장 최근에 받은 메일의 링크로 열어 주십시오.',
    en: 'It has come back to you since. Open it with the link in the latest mail.',
  },
  unknown: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not open anything' },
  unknownText: {
    ko: '링크가 끝까지 복사되지 않았거나 잘못되었습니다. 받은 메일에서 버튼을 다시 눌러 주십시오. 그래도 열리지 않으면 메일을 보낸 기관에 알려 주십시오.',
    en: 'It may be incomplete or wrong. Press the button in the mail once more; if it still does not open, tell whoever sent it.',
  },
  renewed: { ko: '새 링크를 메일로 보내 드렸습니다', en: 'A newer link was mailed to you' },
  renewedText: {
    ko: '이메일 주소나 맡으신 역할이 바뀌어, 그 전에 받으신 링크로는 열 수 없습니다. 가장 최근에 받은 메일의 링크로 열어 주십시오.',
    en: 'Your address or your role has changed, and links from before no longer work. Open it with the link in the latest mail.',
  },
  left: { ko: '더 이상 담당하지 않으시는 요청입니다', en: 'This is no longer yours to decide' },
  leftText: {
    ko: '담당자 명단이 바뀌어, 이 링크로는 더 이상 내용을 볼 수 없습니다. 하실 일은 없습니다. 잘못된 것 같으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'You have been taken off the list of those who are asked, so this link no longer shows anything. There is nothing you need to do. If this is a mistake, tell Seoul Fintech Academy.',
  },
  interested: {
    ko: '이해관계가 있어 결정하실 수 없는 요청입니다',
    en: 'You cannot decide this: it concerns you or your own',
  },
  interestedText: {
    ko: '지원자가 같은 기관에 있거나 본인과 관련된 지원입니다. 내용은 보여 드리지 않습니다. 아래에서 다른 담당자에게 넘겨 주십시오.',
    en: 'The applicant is from your own organisation, or you apply in the same round. Nothing of it is shown to you. Please hand it to a colleague.',
  },
  moved: { ko: '다른 담당자에게 넘어간 요청입니다', en: 'This request is with somebody else now' },
  movedText: {
    ko: '이 링크로는 더 이상 결정할 수 없습니다. 하실 일은 없습니다.',
    en: 'It can no longer be decided by this link. There is nothing you need to do.',
  },
  handed: { ko: '다른 담당자에게 넘기셨습니다.', en: 'You handed it to a colleague.' },
  passed: { ko: '기한이 지나 다른 담당자에게 넘어갔습니다.', en: 'It was due and has passed to a colleague.' },
  since: { ko: '넘어간 때', en: 'Since' },
  handOver: { ko: '다른 담당자에게 넘기기', en: 'Hand it to a colleague' },
  handOverLead: {
    ko: '넘기면 그분께 새 링크를 메일로 보내고, 이 링크로는 더 이상 결정할 수 없게 됩니다.',
    en: 'Your colleague is mailed a new link, and this one can no longer be used to decide.',
  },
  to: { ko: '누구에게 넘길까요?', en: 'To whom?' },
  choose: { ko: '넘길 담당자를 고르십시오.', en: 'Choose a colleague.' },
  nobody: {
    ko: '지금 넘길 수 있는 담당자가 없습니다. 기한이 지나면 대리자에게 넘어갑니다.',
    en: 'Nobody entitled is available now. Past its due time the request goes to the deputy.',
  },
  back: { ko: '돌아가기', en: 'Back' },
} as const satisfies Record<string, Text>;

/** Forged, mistyped, unknown: the same page, which tells nothing. */
export const unknownLinkPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.unknown[lang]}>
      <p>{words.unknownText[lang]}</p>
    </ProblemPage>,
    { status: 404 },
  );

/** A genuine link of one of the staff who has changed since: where the later one is, or that there is none. */
export const pastLinkPage = (lang: Lang, why: 'renewed' | 'left'): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words[why][lang]}>
      <p>{words[`${why}Text`][lang]}</p>
    </ProblemPage>,
    { status: why === 'left' ? 403 : 410 },
  );

/** A genuine link of somebody who held the request once. */
export function movedPage(
  lang: Lang,
  request: PersonRequest,
  link: { readonly holder: string; readonly generation: number },
): PageResponse {
  const next = request.held.find((held) => held.generation === link.generation + 1);
  const again = assigneeId(request.assignee) === link.holder;
  return html(
    <ProblemPage lang={lang} title={words.moved[lang]}>
      <p>{(next?.why === 'handed over' ? words.handed : words.passed)[lang]}</p>
      {next && (
        <p>
          {words.since[lang]}: {formatInstant(next.since, lang)}
        </p>
      )}
      <p>{(again ? words.againText : words.movedText)[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );
}

/** A genuine link of whoever has come to have an interest in what it asks: all they can do is hand it on. */
export const interestedPage = (lang: Lang, path: string): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.interested[lang]}>
      <p>{words.interestedText[lang]}</p>
      <p>
        <a href={`${path}/hand-over`}>{words.handOver[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 403 },
  );

const handOverForm = (people: readonly Person[]): FormPage =>
  formPage({
    id: 'hand-over',
    title: words.handOver,
    fields: {
      to: {
        widget: 'radios',
        label: words.to,
        missing: words.choose,
        options: people.map(({ id, name }) => ({ value: id, label: { ko: name, en: name } })),
        schema: z.string(),
      },
    },
  });

export function HandOverPage(props: {
  readonly held: Held;
  readonly people: readonly Person[];
  readonly lang: Lang;
  readonly missing?: boolean;
}) {
  const { held, people, lang, missing } = props;
  const page = handOverForm(people);
  const checked = missing ? check(page, {}, lang) : undefined;
  const errors = checked?.ok === false ? checked.errors : [];
  return (
    <Layout
      lang={lang}
      title={words.handOver[lang]}
      eyebrow={held.request.subject}
      lead={words.handOverLead[lang]}
      errors={errors}
    >
      {people.length === 0 && <p>{words.nobody[lang]}</p>}
      <PageForm id="form" action={`${held.path}/hand-over`}>
        {people.length > 0 && <Fields page={page} typed={{}} errors={errors} lang={lang} />}
        <Actions>
          <ButtonLink kind="tertiary" href={held.path}>
            {words.back[lang]}
          </ButtonLink>
          {people.length > 0 && <Button>{words.handOver[lang]}</Button>}
        </Actions>
      </PageForm>
    </Layout>
  );
}
