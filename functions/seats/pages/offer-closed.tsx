import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Place } from '../place.ts';

const words = {
  accepted: { ko: '자리를 수락하셨습니다', en: 'You have taken the seat' },
  acceptedText: {
    ko: '참여가 확정되었습니다. 일정 파일을 메일로 보냈습니다. 확인서와 지원 현황은 아래에서 여실 수 있으며, 이 브라우저에서 열리지 않으면 그 메일의 링크로 여십시오. 사정이 바뀌면 지원 현황에서 지원을 취소하실 수 있습니다.',
    en: 'It is yours. We have mailed you a calendar file. The confirmation letter and your application open below; if they do not open in this browser, use the link in that mail. If you cannot come after all, withdraw on the page of your application.',
  },
  letter: { ko: '확인서 받기 (PDF)', en: 'Get your letter (PDF)' },
  status: { ko: '지원 현황 보기', en: 'See your application' },
  givenBack: {
    ko: '그 뒤에 지원을 취소하셔서 자리를 내놓으셨습니다.',
    en: 'You have withdrawn since, so the seat is no longer yours.',
  },
  declined: { ko: '참여하지 않겠다고 답하셨습니다', en: 'You have declined the seat' },
  declinedText: {
    ko: '자리는 기다리는 분이 있으면 그분께 넘어가며, 되돌릴 수 없습니다. 다음 모집에는 다시 지원하실 수 있습니다.',
    en: 'It goes to whoever is next, if anybody waits; this cannot be undone. You are welcome to apply again in the next round.',
  },
  lapsed: { ko: '답변 기한이 지났습니다', en: 'The time for your answer has passed' },
  lapsedText: {
    ko: '기한까지 답을 받지 못하여 자리를 드릴 수 없게 되었습니다. 다음 모집에는 다시 지원하실 수 있습니다.',
    en: 'We had no answer in time, so the seat is no longer yours. You are welcome to apply again in the next round.',
  },
  withdrawn: { ko: '지원을 취소하셨습니다', en: 'You have withdrawn your application' },
  withdrawnText: {
    ko: '제안드렸던 자리도 함께 취소되었습니다. 하실 일은 없습니다.',
    en: 'The offer of a seat has ended with it. There is nothing you need to do.',
  },
  cancelled: { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' },
  cancelledText: {
    ko: '제안드린 자리도 함께 취소되었습니다. 이유는 메일로 알려 드렸습니다.',
    en: 'The seat that we offered you is cancelled with it. We have mailed you the reason.',
  },
  gone: { ko: '더 이상 유효하지 않은 제안입니다', en: 'This offer no longer holds' },
  goneText: {
    ko: '지금 상태는 가장 최근에 받은 메일의 링크로 여는 지원 현황에서 확인해 주십시오.',
    en: 'The page of your application, by the link in our latest mail, says where you stand now.',
  },
  reference: { ko: '접수 번호', en: 'Reference' },
  at: { ko: '일시', en: 'When' },
} as const satisfies Record<string, Text>;

/** What was answered, when, and what follows; for whoever opens the link of an offer again. */
export function closedOfferPage(
  lang: Lang,
  { request, place, round }: { readonly request: PersonRequest; readonly place?: Place; readonly round?: Round },
): PageResponse {
  const [title, ...texts] = sayOf(request, place);
  return html(
    <ProblemPage lang={lang} title={title[lang]} contact={round?.contact}>
      {texts.map((text) => (
        <p key={text.en}>{text[lang]}</p>
      ))}
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
        ]}
      />
      {request.outcome === 'ACCEPT' && place?.state === 'ACCEPTED' && (
        <Actions>
          <ButtonLink kind="tertiary" href="/application">
            {words.status[lang]}
          </ButtonLink>
          <ButtonLink href={`/letter/${place.roundId}.pdf`}>{words.letter[lang]}</ButtonLink>
        </Actions>
      )}
    </ProblemPage>,
    { status: request.state === 'LAPSED' ? 410 : 200 },
  );
}

function sayOf({ outcome }: PersonRequest, place: Place | undefined): readonly [Text, ...Text[]] {
  switch (outcome) {
    case 'ACCEPT':
      if (place?.state === 'WITHDRAWN') return [words.accepted, words.givenBack];
      if (place?.state === 'CANCELLED') return [words.cancelled, words.cancelledText];
      return [words.accepted, words.acceptedText];
    case 'DECLINE':
      return [words.declined, words.declinedText];
    case 'LAPSE':
      return [words.lapsed, words.lapsedText];
    case 'WITHDRAWN':
      return [words.withdrawn, words.withdrawnText];
    case 'CANCELLED':
      return [words.cancelled, words.cancelledText];
    default:
      return [words.gone, words.goneText];
  }
}
