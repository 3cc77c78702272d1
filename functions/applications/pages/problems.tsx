import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatEnd } from '../../shared/time.ts';

const words = {
  noSession: { ko: '이 브라우저에서 열려 있는 지원서가 없습니다', en: 'No application is open in this browser' },
  noSessionText: {
    ko: '작성하던 지원서나 제출한 지원서가 있으면 이메일 주소를 입력해 인증 번호를 받거나, 메일로 받은 링크로 여십시오.',
    en: 'If you have begun or sent an application, enter your email address to get a code, or use the link in a mail from us.',
  },
  linkAgain: { ko: '이메일 주소로 지원서 열기', en: 'Open your application by your email address' },
  toRounds: { ko: '모집 안내 보기', en: 'See who can apply' },
  badLink: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not open anything' },
  badLinkText: {
    ko: '링크가 끝까지 복사되지 않았거나, 더 새로운 링크로 바뀌었을 수 있습니다. 가장 최근에 받은 메일의 링크를 열거나 이메일 주소로 여십시오.',
    en: 'Part of it may be missing, or a newer link has taken its place. Use the link in the latest mail, or enter your email address.',
  },
  closed: { ko: '모집이 마감되었습니다', en: 'This round has closed' },
  closedAt: { ko: '마감', en: 'Closed' },
  closedDuring: {
    ko: '작성하시는 동안 모집이 마감되어 제출되지 않았습니다.',
    en: 'It closed while you were filling in the form, so your application was not sent.',
  },
  closedSent: {
    ko: '이미 제출하신 지원서는 그대로 접수되어 있으며, 이제는 보기만 할 수 있습니다.',
    en: 'What you sent before is with us as it was. You can still read it, but no longer change it.',
  },
  cancelled: { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' },
  cancelledText: {
    ko: '지원서를 더 제출하거나 바꿀 수 없습니다.',
    en: 'Applications can no longer be sent or changed.',
  },
  kept: {
    ko: '저장하신 내용은 그대로 있으며 볼 수 있습니다. 마감 시각에 문제가 있었다고 생각하시면 담당자에게 알려 주십시오.',
    en: 'What you saved is kept and you can read it. If you think something went wrong at the closing time, please tell us.',
  },
  readAnswers: { ko: '저장된 내용 보기', en: 'Read what was saved' },
  status: { ko: '지원 현황 보기', en: 'See your application' },
} as const satisfies Record<string, Text>;

/** For the latest rounds; the links of older ones are in their mails. */
export const LinksAgain = ({ lang, rounds }: { lang: Lang; rounds: readonly Round[] }) => (
  <ul>
    {[...rounds]
      .sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1))
      .slice(0, 6)
      .map((round) => (
        <li key={round.id}>
          <a href={`/rounds/${round.id}/address`}>
            {words.linkAgain[lang]} ({round.title[lang]})
          </a>
        </li>
      ))}
  </ul>
);

export const noSessionPage = (lang: Lang, rounds: readonly Round[]): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.noSession[lang]} contact={rounds.at(-1)?.contact}>
      <p>{words.noSessionText[lang]}</p>
      <LinksAgain lang={lang} rounds={rounds} />
      <p>
        <a href="/">{words.toRounds[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 403 },
  );

/** Unknown, forged and revoked links of applications: one page, which tells nothing of whether it exists. */
export const badLinkPage = (lang: Lang, rounds: readonly Round[]): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.badLink[lang]} contact={rounds.at(-1)?.contact}>
      <p>{words.badLinkText[lang]}</p>
      <LinksAgain lang={lang} rounds={rounds} />
    </ProblemPage>,
    { status: 404 },
  );

/** The round closed while the applicant was writing. */
export const closedDuringPage = (lang: Lang, round: Round, sent: boolean): PageResponse =>
  round.cancelled ? cancelledPage(lang, round, round.cancelled.reason, sent) : closedPage(lang, round, sent);

const cancelledPage = (lang: Lang, round: Round, reason: string, sent: boolean): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.cancelled[lang]} contact={round.contact}>
      <p class="typed">{reason}</p>
      <p>{words.cancelledText[lang]}</p>
      <p>
        <a href={sent ? '/application' : '/application/answers'}>{(sent ? words.status : words.readAnswers)[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 409 },
  );

const closedPage = (lang: Lang, round: Round, sent: boolean): PageResponse =>
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
    </ProblemPage>,
    { status: 409 },
  );
