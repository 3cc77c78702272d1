import type { Lang, Text } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import type { Round } from '../round.ts';

const words = {
  noSession: { ko: '이 브라우저에서 열려 있는 지원서가 없습니다', en: 'No application is open in this browser' },
  noSessionText: {
    ko: '작성 중이거나 제출하신 지원서가 있으면 이메일 주소를 입력해 인증 번호를 받거나, 이메일로 받으신 링크로 여십시오.',
    en: 'If you have started or sent an application, enter your email address to get a code, or use the link in one of our emails.',
  },
  linkAgain: { ko: '이메일 주소로 지원서 열기', en: 'Open your application with your email address' },
  toRounds: { ko: '모집 안내 보기', en: 'See who can apply' },
  badLink: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' },
  badLinkText: {
    ko: '링크가 끝까지 복사되지 않았거나, 새 링크로 바뀌었을 수 있습니다. 가장 최근에 받으신 이메일의 링크를 누르거나 이메일 주소로 여십시오.',
    en: 'Part of it may be missing, or a newer link may have replaced it. Use the link in our latest email, or enter your email address.',
  },
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
