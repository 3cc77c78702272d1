import type { VNode } from 'preact';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { type UnsavedWord, UnsavedWords } from '../../shared/pages/unsaved-words.tsx';
import { formatEnd } from '../../shared/time.ts';
import { stateWords } from './status-texts.ts';

const words = {
  closed: { ko: '접수가 마감되었습니다', en: 'Applications have closed' },
  closedAt: { ko: '마감', en: 'Closed' },
  closedDuring: {
    ko: '작성하시는 동안 접수가 마감되어 지원서가 제출되지 않았습니다.',
    en: 'Applications closed while you were filling in the form, so your application was not sent.',
  },
  closedSent: {
    ko: '이미 제출하신 지원서는 그대로 접수되어 있으며, 이제는 보기만 할 수 있습니다.',
    en: 'We have the application that you sent before. You can still read it, but no longer change it.',
  },
  cancelledText: {
    ko: '지원서를 더 제출하거나 수정하실 수 없습니다.',
    en: 'Applications can no longer be sent or changed.',
  },
  kept: {
    ko: '저장하신 내용은 그대로 있으며 보실 수 있습니다. 마감 무렵에 이용하기 어려운 문제가 있었다면 담당자에게 알려 주십시오.',
    en: 'What you saved is still there and you can read it. If something went wrong near the closing time, tell us.',
  },
  readAnswers: { ko: '저장된 내용 보기', en: 'Read what was saved' },
  status: { ko: '지원 현황 보기', en: 'See your application' },
} as const satisfies Record<string, Text>;

/** The round closed while the applicant was writing; with what they have just typed. */
export function closedDuringPage(
  lang: Lang,
  round: Round,
  sent: boolean,
  rows: readonly UnsavedWord[] = [],
): PageResponse {
  const typed = <UnsavedWords rows={rows} lang={lang} />;
  const { cancelled } = round;
  return cancelled ? cancelledPage(lang, round, cancelled.reason, sent, typed) : closedPage(lang, round, sent, typed);
}

const cancelledPage = (lang: Lang, round: Round, reason: string, sent: boolean, typed: VNode): PageResponse =>
  html(
    <ProblemPage lang={lang} title={stateWords.CANCELLED[lang]} contact={round.contact}>
      <p class="typed">{reason}</p>
      <p>{words.cancelledText[lang]}</p>
      <p>
        <a href={sent ? '/application' : '/application/answers'}>{(sent ? words.status : words.readAnswers)[lang]}</a>
      </p>
      {typed}
    </ProblemPage>,
    { status: 409 },
  );

const closedPage = (lang: Lang, round: Round, sent: boolean, typed: VNode): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.closed[lang]} contact={round.contact}>
      <p>
        {words.closedAt[lang]}: <strong>{formatEnd(round.closesAt, lang)}</strong>
      </p>
      <p>{sent ? words.closedSent[lang] : words.closedDuring[lang]}</p>
      <p>{words.kept[lang]}</p>
      <p>
        <a href={sent ? '/application' : '/application/answers'}>{(sent ? words.status : words.readAnswers)[lang]}</a>
      </p>
      {typed}
    </ProblemPage>,
    { status: 409 },
  );
