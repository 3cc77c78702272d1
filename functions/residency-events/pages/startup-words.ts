import { lengthText, type Text } from '../../shared/i18n.ts';
import { formatDate, type LocalDate } from '../../shared/time.ts';
import type { Standing } from '../standing.ts';

/** The words of a startup's own page. */
export const startupWords = {
  title: { ko: '입주 안내', en: 'Your residency' },
  lead: {
    ko: '입주와 관련해 지금 하실 일과 앞으로의 날짜를 한곳에서 보여 드립니다.',
    en: 'What you have to do now, and the dates that matter, in one place.',
  },
  none: { ko: '입주 안내가 없습니다', en: 'There is no residency' },
  otherOpen: { ko: '연장 지원서가 열려 있습니다', en: 'Your application for an extension is open' },
  otherOpenText: {
    ko: '입주 안내는 입주에 관한 이메일의 링크로 여실 수 있습니다. 그 링크를 누르시면 이 브라우저에서 바꾸어 열지 먼저 여쭙니다.',
    en: 'Your residency opens by the link in any email about it. That link asks first if it may open in this browser instead.',
  },
  noneText: {
    ko: '참여를 확정하신 뒤에 이 화면에서 입주 절차를 보실 수 있습니다.',
    en: 'Once you have accepted a place, you see here how you move in.',
  },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  toDo: { ko: '지금 하실 일', en: 'What you have to do now' },
  nothing: {
    ko: '지금 하실 일이 없습니다. 생기면 이메일로도 알려 드립니다.',
    en: 'There is nothing to do now. When there is, we email you as well.',
  },
  byMail: {
    ko: '이 지원서의 이메일은 담당자가 대신 받습니다. 아래의 일은 받은 이메일의 링크로 여실 수 있습니다.',
    en: 'Somebody of our team receives the emails for this application. Open these by the links in the emails.',
  },
  until: { ko: '기한', en: 'Due' },
  space: { ko: '입주 공간', en: 'Your space' },
  noSpace: { ko: '아직 정해지지 않았습니다', en: 'Not decided yet' },
  term: { ko: '입주 기간', en: 'Term' },
  documents: { ko: '제출 서류', en: 'Documents' },
  toDocuments: { ko: '서류 보기·보내기', en: 'See or send them' },
  dueOn: { ko: '제출 기한', en: 'Send them by' },
  lists: { ko: '준비 목록과 퇴거 목록', en: 'What is prepared and done for you' },
  reports: { ko: '분기 보고', en: 'Reports' },
  dueAt: { ko: '보고 기한', en: 'Due' },
  see: { ko: '보기', en: 'See it' },
  write: { ko: '작성하기', en: 'Write it' },
  agreements: { ko: '협약서', en: 'Agreements' },
  measures: { ko: '랩이 결정한 내용', en: 'What the Lab has decided' },
  lastDay: { ko: '마지막 날', en: 'Last day' },
  renewal: { ko: '연장', en: 'Renewal' },
  window: { ko: '연장 신청 기간', en: 'You can ask for it' },
  extension: { ko: '연장하면', en: 'With an extension' },
  renewalText: {
    ko: '이 기간 안에 이메일로 안내해 드리며, 신청 마감은 그 이메일에 적어 드립니다. 심사 결과에 따라 새 협약을 맺습니다.',
    en: 'We email you in that time, and the email says by when to ask. After a review, an extension is a new agreement.',
  },
  notExtended: {
    ko: '정해진 가장 긴 기간을 모두 사용하시므로 더 연장하지 않습니다.',
    en: 'This is as long as a residency may be: it is not extended any more.',
  },
  change: { ko: '해지와 변경', en: 'To give notice, or to ask for a change' },
  changeText: {
    ko: '다른 공간이 필요하시거나 궁금하신 점이 있으면 아래의 문의처로 알려 주십시오.',
    en: 'If you need another space, or have a question, contact us.',
  },
  askChange: { ko: '상호·대표자·인원 변경 요청하기', en: 'Ask for a change of name, representative or people' },
  giveNotice: { ko: '해지 통보하기', en: 'Give notice' },
  past: { ko: '입주 기간이 끝났습니다', en: 'Your term is over' },
  pastText: {
    ko: '공간을 반납하고 퇴거 목록을 마쳐 주십시오. 반납을 확인할 때까지 공간은 비어 있지 않은 것으로 봅니다.',
    en: 'Give the space back, and complete the list of what is to be done. Until the return is confirmed it is not free for others.',
  },
  ended: { ko: '입주가 끝났습니다', en: 'Your residency has ended' },
  endedText: { ko: '그동안 함께해 주셔서 고맙습니다.', en: 'Thank you for having been with us.' },
  notBegun: { ko: '입주하지 않으셨습니다', en: 'You did not move in' },
  notBegunText: {
    ko: '자리는 다음 대기 기업에 돌아갔습니다. 다음 모집에 다시 지원하실 수 있습니다.',
    en: 'Your place went to the next startup on the waiting list. You can apply again in the next round.',
  },
  why: { ko: '이유', en: 'Reason' },
  kept: { ko: '보관하는 정보와 기간', en: 'What is kept, and for how long' },
  keptText: {
    ko: '동의하신 내용에 따라 보관하고, 기간이 지나면 파기합니다. 언제부터 언제까지 어느 공간을 사용하셨는지는 이름 없이 남습니다.',
    en: 'It is kept as you consented, and erased after that. From when to when a space was used stays, without a name.',
  },
} as const satisfies Record<string, Text>;

/** How many days before it either side says that it ends the contract. */
export const noticeText = (days: number): Text => {
  const length = lengthText(days, 'days');
  return {
    ko: `협약을 먼저 끝내시려면 마지막 날의 ${length.ko} 전까지 알려 주십시오.`,
    en: `To end the contract early, tell us at least ${length.en} before your last day.`,
  };
};

/** Where a startup stands, as it is told. */
export function standText({ kind, on }: Standing): Text {
  const [ko, en] = [formatDate(on, 'ko'), formatDate(on, 'en')];
  switch (kind) {
    case 'onboarding':
      return { ko: '입주를 준비하고 있습니다', en: 'You are moving in' };
    case 'resident':
      return { ko: '입주 중입니다', en: 'You are in the Lab' };
    case 'ending':
      return { ko: `${ko}에 입주가 끝납니다`, en: `Your residency ends on ${en}` };
    case 'past':
      return startupWords.past;
    case 'ended':
      return startupWords.ended;
    default:
      return startupWords.notBegun;
  }
}

export const windowText = (opens: LocalDate, closes: LocalDate): Text => ({
  ko: `${formatDate(opens, 'ko')}부터 ${formatDate(closes, 'ko')}까지`,
  en: `${formatDate(opens, 'en')} to ${formatDate(closes, 'en')}`,
});

export const daysText = (from: LocalDate, to: LocalDate): Text => ({
  ko: `${formatDate(from, 'ko')}부터 ${formatDate(to, 'ko')}까지`,
  en: `${formatDate(from, 'en')} to ${formatDate(to, 'en')}`,
});
