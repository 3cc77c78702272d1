import type { Lang, Text } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import type { Instant } from '../../shared/time.ts';
import { type Round, roundPhase } from '../round.ts';
import { endingText } from './start.tsx';

const words = {
  none: { ko: '이 주소로 작성된 지원서가 없습니다', en: 'There is no application with this address' },
  noneText: {
    ko: '다른 주소로 지원하셨을 수 있습니다. 이 모집은 접수 기간이 아니어서 새로 지원할 수 없습니다.',
    en: 'You may have used another address. The round is not open, so you cannot start a new application.',
  },
  notAsked: {
    ko: '이 주소로는 입주 연장을 신청하실 수 없습니다',
    en: 'You cannot apply for an extension with this address',
  },
  notAskedText: {
    ko: '연장 안내를 이메일로 받으신 입주 기업만, 그 안내를 받으신 주소로 신청하실 수 있습니다. 대상:',
    en: 'Only startups that we have emailed about it can apply, with the address at which we did. It is for contracts',
  },
  notAskedHelp: {
    ko: '안내를 받으셨는데도 열리지 않거나, 대상인데 안내를 받지 못하셨으면 아래 문의처로 알려 주십시오. 지금까지 저장된 내용에는 변화가 없습니다.',
    en: 'If you were asked and this page still opens, or if it is for you and you were not asked, contact us. Nothing of yours has been changed.',
  },
  who: { ko: '신청 대상과 일정 보기', en: 'See who can apply, and when' },
  other: { ko: '다른 주소 입력하기', en: 'Use another address' },
} as const satisfies Record<string, Text>;

/** After the proof of an address, where there is nothing under it and nothing can be begun with it. */
export function NothingPage({
  round,
  now,
  lang,
}: {
  readonly round: Round;
  readonly now: Instant;
  readonly lang: Lang;
}) {
  const asked = roundPhase(round, now) === 'OPEN' ? round.renews : undefined;
  return (
    <ProblemPage lang={lang} title={words[asked ? 'notAsked' : 'none'][lang]} contact={round.contact}>
      {asked ? (
        <>
          <p>
            {words.notAskedText[lang]} {endingText(asked.window)[lang]}.
          </p>
          <p>{words.notAskedHelp[lang]}</p>
          <p>
            <a href={`/rounds/${round.id}`}>{words.who[lang]}</a>
          </p>
        </>
      ) : (
        <p>{words.noneText[lang]}</p>
      )}
      <p>
        <a href={`/rounds/${round.id}/address`}>{words.other[lang]}</a>
      </p>
    </ProblemPage>
  );
}
