import { type Round, roundPhase } from '../../rounds/round.ts';
import { type Lang, peopleText, type Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Layout, serviceName } from '../../shared/pages/layout.tsx';
import type { Instant } from '../../shared/time.ts';
import { formatDate, formatEnd, formatInstant } from '../../shared/time.ts';
import type { Opened } from './context.ts';

const words = {
  rounds: { ko: '모집 안내', en: 'Rounds' },
  roundsLead: { ko: '지원할 모집을 고르십시오.', en: 'Choose the round that you want to apply for.' },
  noRounds: { ko: '지금은 안내할 모집이 없습니다.', en: 'There is no round to show at the moment.' },
  open: { ko: '모집 중', en: 'Open' },
  before: { ko: '모집 예정', en: 'Opens soon' },
  closedShort: { ko: '마감', en: 'Closed' },
  who: { ko: '지원할 수 있는 사람', en: 'Who can apply' },
  what: { ko: '진행 순서', en: 'What happens when' },
  need: { ko: '준비할 것', en: 'What you need' },
  period: { ko: '접수 기간', en: 'Applications' },
  seats: { ko: '모집 인원', en: 'Seats' },
  course: { ko: '과정', en: 'Course' },
  sites: { ko: '장소', en: 'Place' },
  begins: { ko: '첫 수업일', en: 'First day' },
  time: { ko: '작성 시간', en: 'How long it takes' },
  start: { ko: '지원서 작성 시작', en: 'Start your application' },
  resume: { ko: '작성하던 지원서 이어 쓰기', en: 'Go on with your application' },
  another: { ko: '다른 지원서 새로 시작', en: 'Start a different application' },
  mine: { ko: '내 지원 현황 보기', en: 'See your application' },
  lot: { ko: '동점일 때의 추첨과 그 확인 방법', en: 'How a tie is decided by lot, and how to verify it' },
  link: { ko: '이메일 주소로 내 지원서 열기', en: 'Open my application by my email address' },
  saved: {
    ko: '회원 가입은 필요 없습니다. 이메일 주소를 인증 번호로 확인하고 시작하며, 저장해 두고 언제든 같은 주소로 이어 쓸 수 있습니다.',
    en: 'You need no account. You confirm your email address with a code, and can save and come back by it at any point.',
  },
  nowOpen: { ko: '지금 지원하실 수 있습니다', en: 'Applications are open' },
  begun: { ko: '작성 중인 지원서가 있습니다', en: 'You have begun an application' },
  applied: { ko: '제출하신 지원서가 있습니다', en: 'You have applied in this round' },
  toStart: { ko: '바로 작성하러 가기', en: 'Go to the start button' },
  notYet: { ko: '아직 접수를 시작하지 않았습니다', en: 'Applications are not open yet' },
  notYetText: {
    ko: '접수가 시작되면 이 화면에서 바로 지원하실 수 있습니다. 그때까지 아래 내용을 확인하고 준비해 주십시오.',
    en: 'You will be able to apply on this page once it opens. Until then, see below what you will need.',
  },
  closed: { ko: '접수가 마감되었습니다', en: 'Applications have closed' },
  closedText: {
    ko: '이번 모집에는 더 지원할 수 없습니다. 제출하신 지원서는 링크로 계속 볼 수 있습니다. 다음 모집은 반기마다 이곳에 안내합니다.',
    en: 'You can no longer apply in this round. What you sent can still be read by its link. The next round is announced here every half-year.',
  },
  cancelled: { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' },
  cancelledText: {
    ko: '이번 모집은 더 진행하지 않습니다. 지원서를 제출하신 분께는 메일로 알려 드립니다.',
    en: 'It does not go on, and nobody will be chosen. Everybody who applied is told by e-mail.',
  },
  cancelledShort: { ko: '취소', en: 'Cancelled' },
} as const satisfies Record<string, Text>;

const hoursText = ({ weeks, hoursPerWeek }: Round['schedule']): Text => ({
  ko: `${weeks}주, 주 ${hoursPerWeek}시간`,
  en: `${weeks} weeks, ${hoursPerWeek} hours a week`,
});
const minutesText = (minutes: number): Text => ({ ko: `약 ${minutes}분`, en: `about ${minutes} minutes` });
const opensText = (at: string): Text => ({ ko: `${at}부터`, en: `From ${at}` });
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

/** All rounds, the open ones first. */
export function RoundsPage({ rounds, now, lang }: { rounds: readonly Round[]; now: Instant; lang: Lang }) {
  const order = { OPEN: 0, BEFORE: 1, CLOSED: 2 };
  const sorted = [...rounds].sort(
    (a, b) => order[roundPhase(a, now)] - order[roundPhase(b, now)] || (a.opensAt < b.opensAt ? 1 : -1),
  );
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
  readonly opened: Opened | undefined;
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
            <strong>{opensText(formatInstant(round.opensAt, lang))[lang]}</strong>
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
            <Begin round={round} lang={lang} mine={mine} />
          ) : (
            <p>
              <a href="#start">{words.toStart[lang]}</a>
            </p>
          )}
        </Notice>
      )}
      {round.cancelled && (
        <Notice kind="warning" title={words.cancelled[lang]}>
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
          { term: words.seats[lang], value: peopleText(round.capacity)[lang] },
          { term: words.course[lang], value: `${hoursText(round.schedule)[lang]}\n${round.schedule.days[lang]}` },
          { term: words.sites[lang], value: round.sites[lang] },
          { term: words.begins[lang], value: formatDate(round.firstDay, lang) },
          { term: words.time[lang], value: minutesText(round.minutes)[lang] },
        ]}
      />
      <Lists round={round} lang={lang} />
      {phase === 'OPEN' && !mine && <Begin round={round} lang={lang} mine={mine} />}
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

const Lists = ({ round, lang }: { round: Round; lang: Lang }) => (
  <div class="text">
    <h2>{words.who[lang]}</h2>
    <ul>
      {round.whoCanApply.map((text) => (
        <li key={text.en}>{text[lang]}</li>
      ))}
    </ul>
    <h2>{words.what[lang]}</h2>
    <ol>
      {round.whatHappens.map((step) => (
        <li key={step.text.en}>
          {step.date && <strong>{formatDate(step.date, lang)}: </strong>}
          {step.text[lang]}
        </li>
      ))}
    </ol>
    <h2>{words.need[lang]}</h2>
    <ul>
      {round.whatIsNeeded.map((text) => (
        <li key={text.en}>{text[lang]}</li>
      ))}
    </ul>
    <p>{words.saved[lang]}</p>
  </div>
);

function Begin({ round, lang, mine }: { round: Round; lang: Lang; mine: Opened['application'] | undefined }) {
  const going = mine?.state === 'DRAFT';
  return (
    <PageForm id="start" action={`/rounds/${round.id}/start`} hidden={mine ? { anew: 'yes' } : {}}>
      <Actions>
        {mine ? (
          <>
            <ButtonLink href={going ? '/apply' : '/application'}>
              {(going ? words.resume : words.mine)[lang]}
            </ButtonLink>
            <Button kind="tertiary">{words.another[lang]}</Button>
          </>
        ) : (
          <Button>{words.start[lang]}</Button>
        )}
      </Actions>
    </PageForm>
  );
}
