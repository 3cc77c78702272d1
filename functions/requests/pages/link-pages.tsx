import * as z from 'zod';
import type { Person } from '../../people/person.ts';
import type { Contact } from '../../shared/contact.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, type FormPage, formPage } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import { assigneeId, type PersonRequest } from '../request.ts';
import { decidingWords } from './deciding-words.ts';
import type { Held } from './kinds.ts';
import { NextRequest, ToDesk } from './next-request.tsx';

const words = {
  againText: {
    ko: '그 뒤에 다시 맡으신 요청입니다. 업무함의 받은 요청에서, 또는 가장 최근에 받으신 이메일의 링크로 열어 주십시오.',
    en: 'It has come back to you since. Open it from your requests, or with the link in the latest email.',
  },
  unknown: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' },
  unknownText: {
    ko: '링크가 끝까지 복사되지 않았거나 잘못되었습니다. 받으신 이메일에서 버튼을 다시 눌러 주십시오. 그래도 열리지 않으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'It may be incomplete or wrong. Press the button in the email again. If it still does not work, tell Seoul Fintech Academy.',
  },
  renewed: { ko: '새 링크를 이메일로 보내 드렸습니다', en: 'We have emailed you a newer link' },
  renewedText: {
    ko: '이메일 주소나 맡으신 역할이 바뀌어, 전에 받으신 링크로는 열 수 없습니다. 가장 최근에 받으신 이메일의 링크로 열어 주십시오.',
    en: 'Your email address or your role has changed, and earlier links no longer work. Use the link in the latest email.',
  },
  left: { ko: '더 이상 담당하지 않으시는 요청입니다', en: 'You no longer need to decide this' },
  leftText: {
    ko: '담당자 명단이 바뀌어, 이 링크로는 더 이상 내용을 볼 수 없습니다. 하실 일은 없습니다. 잘못된 것 같으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'The list of officers has changed, so this link no longer shows anything. You do not need to do anything. If this is a mistake, tell Seoul Fintech Academy.',
  },
  interested: {
    ko: '이해관계가 있어 결정하실 수 없는 요청입니다',
    en: 'You cannot decide this because of a conflict of interest',
  },
  interestedText: {
    ko: '지원자가 같은 기관에 있거나 본인과 관련된 지원서입니다. 내용은 보여 드리지 않습니다. 아래에서 다른 담당자에게 넘겨 주십시오.',
    en: 'The applicant is from your organisation, or you have applied in the same round. We do not show you the application. Hand it over to a colleague.',
  },
  moved: { ko: '다른 담당자에게 넘어간 요청입니다', en: 'Somebody else now has this request' },
  movedText: {
    ko: '이 링크로는 더 이상 결정하실 수 없습니다. 하실 일은 없습니다.',
    en: 'You can no longer decide it with this link. You do not need to do anything.',
  },
  handed: { ko: '다른 담당자에게 넘기셨습니다.', en: 'You handed it over to a colleague.' },
  passed: { ko: '기한이 지나 다른 담당자에게 넘어갔습니다.', en: 'It was overdue and has been passed to a colleague.' },
  since: { ko: '넘어간 때', en: 'Since' },
  handOverLead: {
    ko: '넘기시면 그분께 새 링크를 이메일로 보내며, 이 링크로는 더 이상 결정하실 수 없습니다.',
    en: 'We will email your colleague a new link. You can no longer decide with this one.',
  },
  to: { ko: '누구에게 넘기시겠습니까?', en: 'Who do you want to hand it over to?' },
  choose: { ko: '넘길 담당자를 선택해 주십시오.', en: 'Choose a colleague.' },
  nobody: {
    ko: '지금 넘기실 수 있는 담당자가 없습니다. 기한이 지나면 대신 맡을 담당자에게 넘어갑니다.',
    en: 'Nobody is available to take it now. If it is overdue, it goes to the deputy.',
  },
  back: { ko: '돌아가기', en: 'Back' },
} as const satisfies Record<string, Text>;

/** Forged, mistyped, unknown: the same page, which tells nothing. @param contact of what such links are for */
export const unknownLinkPage = (lang: Lang, contact?: Contact): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.unknown[lang]} contact={contact}>
      <p>{words.unknownText[lang]}</p>
    </ProblemPage>,
    { status: 404 },
  );

/** A genuine link of one of the staff who has changed since: where the later one is, or that there is none. */
export const pastLinkPage = (lang: Lang, why: 'renewed' | 'left'): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words[why][lang]}>
      <p>{words[`${why}Text`][lang]}</p>
      {why === 'renewed' && <ToDesk lang={lang} />}
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
      <NextRequest lang={lang} />
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
        <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
      </p>
      <ToDesk lang={lang} />
    </ProblemPage>,
    { status: 403 },
  );

const handOverForm = (people: readonly Person[]): FormPage =>
  formPage({
    id: 'hand-over',
    title: decidingWords.handOver,
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
      title={decidingWords.handOver[lang]}
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
          {people.length > 0 && <Button>{decidingWords.handOver[lang]}</Button>}
        </Actions>
      </PageForm>
    </Layout>
  );
}
