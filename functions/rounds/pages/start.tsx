import { type Lang, peopleText, type Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Layout, serviceName } from '../../shared/pages/layout.tsx';
import type { Instant } from '../../shared/time.ts';
import { formatDate, formatEnd, formatInstant } from '../../shared/time.ts';
import { type Round, roundPhase } from '../round.ts';
import { RoundLists } from './round-lists.tsx';

export const roundCancelled: Text = { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' };

/** The application that a browser has open, as far as the page of its round shows it. */
interface Mine {
  readonly state: string;
  readonly email?: string;
}

const words = {
  rounds: { ko: '모집 안내', en: 'Rounds' },
  roundsLead: { ko: '지원하실 모집을 선택해 주십시오.', en: 'Choose the round you want to apply for.' },
  noRounds: { ko: '지금은 안내해 드릴 모집이 없습니다.', en: 'There are no rounds at the moment.' },
  open: { ko: '모집 중', en: 'Open' },
  before: { ko: '모집 예정', en: 'Opens soon' },
  closedShort: { ko: '마감', en: 'Closed' },
  period: { ko: '접수 기간', en: 'Applications' },
  seats: { ko: '모집 인원', en: 'Places' },
  course: { ko: '과정', en: 'Course' },
  sites: { ko: '장소', en: 'Place' },
  begins: { ko: '첫 수업일', en: 'First day' },
  residency: { ko: '입주 기간', en: 'Residency' },
  movesIn: { ko: '입주 시작일', en: 'First day' },
  renewed: { ko: '대상 협약', en: 'For contracts' },
  extension: { ko: '연장 기간 시작', en: 'Extended terms begin' },
  time: { ko: '작성에 걸리는 시간', en: 'How long it takes' },
  start: { ko: '지원서 작성 시작하기', en: 'Start your application' },
  resume: { ko: '작성 중인 지원서 이어서 작성하기', en: 'Continue your application' },
  another: { ko: '다른 지원서 새로 작성하기', en: 'Start a different application' },
  mine: { ko: '내 지원 현황 보기', en: 'See your application' },
  lot: { ko: '동점일 때의 추첨과 확인 방법', en: 'How ties are decided by a random draw, and how to check it' },
  link: { ko: '이메일 주소로 내 지원서 열기', en: 'Open my application with my email address' },
  nowOpen: { ko: '지금 지원하실 수 있습니다', en: 'Applications are open' },
  begun: { ko: '작성 중인 지원서가 있습니다', en: 'You have started an application' },
  applied: { ko: '제출하신 지원서가 있습니다', en: 'You have applied in this round' },
  toStart: { ko: '지원서 작성하러 가기', en: 'Go to the start button' },
  notYet: { ko: '아직 접수를 시작하지 않았습니다', en: 'Applications are not open yet' },
  notYetText: {
    ko: '접수가 시작되면 이 화면에서 바로 지원하실 수 있습니다. 그때까지 아래 내용을 읽고 준비해 주십시오.',
    en: 'You will be able to apply on this page once applications open. Until then, read below what you will need.',
  },
  closed: { ko: '접수가 마감되었습니다', en: 'Applications have closed' },
  closedText: {
    ko: '이번 모집에는 더 지원하실 수 없습니다. 제출하신 지원서는 이메일로 받으신 링크로 계속 보실 수 있습니다. 다음 모집은 이 누리집에서 안내합니다.',
    en: 'You can no longer apply in this round. You can still read what you sent, with the link in our email. We will announce the next round here.',
  },
  cancelledText: {
    ko: '이번 모집은 더 진행하지 않습니다. 지원서를 제출하신 분께는 이메일로 알려 드립니다.',
    en: 'Nobody will be selected in this round. We email everybody who applied.',
  },
  cancelledShort: { ko: '취소', en: 'Cancelled' },
} as const satisfies Record<string, Text>;

const hoursText = ({ weeks, hoursPerWeek }: Round['schedule']): Text => ({
  ko: `${weeks}주, 주 ${hoursPerWeek}시간`,
  en: `${weeks} weeks, ${hoursPerWeek} hours a week`,
});
const placesText = ({ capacity, residency, renews }: Round): Text =>
  residency || renews ? { ko: `기업 ${capacity}곳`, en: `${capacity} startups` } : peopleText(capacity);

/** How long somebody takes part: weeks of a course, or the terms of a residency. */
const lengthOf = ({ schedule, residency }: Round, lang: Lang): string =>
  [
    ...(residency ? residency.terms.map(({ title }) => title[lang]) : [hoursText(schedule)[lang]]),
    schedule.days[lang],
  ].join('\n');

/** Which contracts a round of renewal is about. */
export const endingText = ({ from, to }: NonNullable<Round['renews']>['window']): Text => ({
  ko: `${formatDate(from, 'ko')}부터 ${formatDate(to, 'ko')} 사이에 끝나는 협약`,
  en: `that end from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}`,
});

/** For how long and from when on somebody takes part. */
const timeRows = (round: Round, lang: Lang): readonly { readonly term: string; readonly value: string }[] => [
  round.renews
    ? { term: words.renewed[lang], value: endingText(round.renews.window)[lang] }
    : { term: words[round.residency ? 'residency' : 'course'][lang], value: lengthOf(round, lang) },
  { term: words.sites[lang], value: round.sites[lang] },
  {
    term: words[round.renews ? 'extension' : round.residency ? 'movesIn' : 'begins'][lang],
    value: formatDate(round.firstDay, lang),
  },
];

const minutesText = (minutes: number): Text => ({ ko: `약 ${minutes}분`, en: `about ${minutes} minutes` });
const fromText = (at: string): Text => ({ ko: `${at}부터`, en: `from ${at}` });
const untilText = (at: string): Text => ({ ko: `${at}까지`, en: `until ${at}` });

export const until = (instant: Instant, lang: Lang): string => untilText(formatEnd(instant, lang))[lang];

const phaseText = (round: Round, now: Instant, lang: Lang): string => {
  if (round.cancelled) return `${words.cancelledShort[lang]} · ${formatInstant(round.cancelled.at, lang)}`;
  const phase = roundPhase(round, now);
  if (phase === 'OPEN') return `${words.open[lang]} · ${until(round.closesAt, lang)}`;
  return phase === 'BEFORE'
    ? `${words.before[lang]} · ${formatInstant(round.opensAt, lang)}`
    : `${words.closedShort[lang]} · ${formatEnd(round.closesAt, lang)}`;
};

/** All rounds that anybody may apply for, the open ones first. */
export function RoundsPage({ rounds, now, lang }: { rounds: readonly Round[]; now: Instant; lang: Lang }) {
  const order = { OPEN: 0, BEFORE: 1, CLOSED: 2 };
  const sorted = rounds
    .filter(({ renews }) => !renews)
    .sort((a, b) => order[roundPhase(a, now)] - order[roundPhase(b, now)] || (a.opensAt < b.opensAt ? 1 : -1));
  return (
    <Layout lang={lang} title={words.rounds[lang]} eyebrow={serviceName[lang]} contact={sorted[0]?.contact}>
      <p class="lead">{sorted.length > 0 ? words.roundsLead[lang] : words.noRounds[lang]}</p>
      <ul class="cards">
        {sorted.map((round) => (
          <li key={round.id}>
            <h2>
              <a href={`/rounds/${round.id}`}>{round.title[lang]}</a>
            </h2>
            <p>{phaseText(round, now, lang)}</p>
            <p>{round.summary[lang]}</p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** A round in plain words, with the button that begins an application while it is open. */
export function StartPage(props: {
  readonly round: Round;
  readonly now: Instant;
  readonly lang: Lang;
  readonly opened: { readonly round: Pick<Round, 'id'>; readonly application: Mine } | undefined;
}) {
  const { round, now, lang, opened } = props;
  const phase = roundPhase(round, now);
  const mine = opened && opened.round.id === round.id ? opened.application : undefined;
  return (
    <Layout
      lang={lang}
      title={round.title[lang]}
      eyebrow={serviceName[lang]}
      lead={round.summary[lang]}
      contact={round.contact}
    >
      {phase === 'BEFORE' && (
        <Notice title={words.notYet[lang]}>
          <p>
            <strong>{fromText(formatInstant(round.opensAt, lang))[lang]}</strong>
          </p>
          <p>{words.notYetText[lang]}</p>
        </Notice>
      )}
      {phase === 'OPEN' && (
        <Notice title={words[mine ? (mine.state === 'DRAFT' ? 'begun' : 'applied') : 'nowOpen'][lang]}>
          <p>
            <strong>{until(round.closesAt, lang)}</strong>
          </p>
          {mine?.email && <p class="notranslate">{mine.email}</p>}
          {mine ? (
            <Begun round={round} lang={lang} mine={mine} />
          ) : (
            <p>
              <a href="#start">{words.toStart[lang]}</a>
            </p>
          )}
        </Notice>
      )}
      {round.cancelled && (
        <Notice kind="warning" title={roundCancelled[lang]}>
          <p>
            <strong>{formatInstant(round.cancelled.at, lang)}</strong>
          </p>
          <p class="typed">{round.cancelled.reason}</p>
          <p>{words.cancelledText[lang]}</p>
        </Notice>
      )}
      {phase === 'CLOSED' && !round.cancelled && (
        <Notice kind="warning" title={words.closed[lang]}>
          <p>
            <strong>{formatEnd(round.closesAt, lang)}</strong>
          </p>
          <p>{words.closedText[lang]}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: words.period[lang],
            value: `${fromText(formatInstant(round.opensAt, lang))[lang]}\n${until(round.closesAt, lang)}`,
          },
          { term: words.seats[lang], value: placesText(round)[lang] },
          ...timeRows(round, lang),
          { term: words.time[lang], value: minutesText(round.minutes)[lang] },
        ]}
      />
      <RoundLists round={round} lang={lang} />
      {phase === 'OPEN' && !mine && (
        <div class="actions" id="start">
          <ButtonLink href={`/rounds/${round.id}/address?begin=yes`}>{words.start[lang]}</ButtonLink>
        </div>
      )}
      {phase !== 'OPEN' && mine && (
        <Actions>
          <ButtonLink href="/application">{words.mine[lang]}</ButtonLink>
        </Actions>
      )}
      {round.admission && (
        <p class="later">
          <a href={`/lot/${round.id}`}>{words.lot[lang]}</a>
        </p>
      )}
      {phase !== 'BEFORE' && (
        <p class="later">
          <a href={`/rounds/${round.id}/address`}>{words.link[lang]}</a>
        </p>
      )}
    </Layout>
  );
}

function Begun({ round, lang, mine }: { round: Round; lang: Lang; mine: Mine }) {
  const going = mine.state === 'DRAFT';
  return (
    <PageForm id="start" action={`/rounds/${round.id}/start`} hidden={{ anew: 'yes' }}>
      <Actions>
        <ButtonLink href={going ? '/apply' : '/application'}>{(going ? words.resume : words.mine)[lang]}</ButtonLink>
        <Button kind="tertiary">{words.another[lang]}</Button>
      </Actions>
    </PageForm>
  );
}
