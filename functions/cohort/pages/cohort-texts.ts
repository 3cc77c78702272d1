import { wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';

export const cohortWords = {
  title: { ko: '참여 확정 명단', en: 'The cohort' },
  cohorts: { ko: '참여 확정 명단', en: 'Cohorts' },
  cohortsLead: {
    ko: '선발이 끝난 모집의 명단과 통계를 보실 수 있습니다.',
    en: 'The list and the statistics of each round that has ended.',
  },
  noCohorts: { ko: '아직 확정된 명단이 없습니다.', en: 'No cohort is confirmed yet.' },
  noneSent: { ko: '보내 드린 참여 확정 명단이 아직 없습니다.', en: 'No cohort has been sent to you yet.' },
  noRoleText: {
    ko: '참여 확정 명단은 아카데미 책임자와 협력기관 담당자만 볼 수 있습니다. 맡으신 요청은 업무함에 있습니다.',
    en: 'Cohorts are for managers of the academy and for the institutions. What you are asked for is on your desk.',
  },
  noCohort: { ko: '확정된 명단을 찾을 수 없습니다', en: 'There is no such cohort' },
  noCohortText: {
    ko: '주소가 잘못되었거나 명단이 아직 확정되지 않은 모집입니다. 목록에서 다시 선택해 주십시오.',
    en: 'The address is wrong, or the cohort of this round is not confirmed yet. Choose one from the list.',
  },
  toCohorts: { ko: '명단 목록으로', en: 'All cohorts' },
  confirmed: { ko: '참여 확정 인원:', en: 'Accepted:' },
  staffLead: {
    ko: '참여가 확정된 분의 명단입니다. 개인정보가 있으니 과정 운영에만 쓰고 안전하게 보관해 주십시오.',
    en: 'Everybody who has accepted a place. The list contains personal data. Use it only to run the course and keep it safe.',
  },
  institutionLead: {
    ko: '협력기관에 대한 개인정보 제공에 동의한 분의 명단입니다. 동의받은 목적과 기간 안에서만 쓰고, 기간이 지나면 파기해 주십시오.',
    en: 'Everybody who has agreed that we share their data with the institutions. Use the list only for the purpose and the time that they agreed to, then erase it.',
  },
  seats: { ko: '모집 인원', en: 'Places' },
  taken: { ko: '현재 인원', en: 'Accepted now' },
  leftOut: { ko: '제공에 동의하지 않아 제외한 인원', en: 'Left out because they did not agree' },
  givenUp: { ko: '확정 뒤 참여를 취소한 인원', en: 'Places given up since the cohort was confirmed' },
  revision: { ko: '명단이 바뀐 때', en: 'The list has changed' },
  few: {
    ko: '선발할 분이 모집 인원보다 적어 빈자리가 있습니다.',
    en: 'Some places are free because there was nobody left to offer them to.',
  },
  nobody: { ko: '명단에 표시할 분이 없습니다.', en: 'There is nobody to show.' },
  download: { ko: '명단 내려받기 (CSV)', en: 'Download the list (CSV)' },
  recorded: {
    ko: '누가 언제 몇 명의 명단을 내려받았는지 기록합니다.',
    en: 'We record who downloads it, when, and how many rows it has.',
  },
  statistics: { ko: '모집 통계 보기', en: 'See the statistics of the round' },
  list: { ko: '명단으로 돌아가기', en: 'Back to the list' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  email: { ko: '이메일', en: 'Email' },
  phone: { ko: '휴대전화', en: 'Mobile' },
  attends: { ko: '출석 약속', en: 'Agreed to attend' },
  yes: { ko: '예', en: 'Yes' },
  contact: { ko: '비상 연락처', en: 'Emergency contact' },
  none: { ko: '적지 않음', en: 'Not given' },
  unknown: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' },
  unknownText: {
    ko: '링크가 끝까지 복사되지 않았을 수 있습니다. 받으신 이메일에서 다시 열어 주십시오. 링크는 받으신 분만 사용하실 수 있습니다.',
    en: 'Part of it may be missing. Open it again from your email. Only the person who got the email can use it.',
  },
  left: { ko: '이 명단을 보실 권한이 없습니다', en: 'You can no longer see this list' },
  leftText: {
    ko: '명단을 받는 담당자가 바뀌어 더 이상 보실 수 없습니다. 잘못된 것 같으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'You are no longer one of the people who get this list. If this is a mistake, tell Seoul Fintech Academy.',
  },
} as const satisfies Record<string, Text>;

/** What the page of a list says, by what its people take part in. */
type ListWords = Readonly<Record<'title' | 'staffLead' | 'taken' | 'givenUp' | 'few' | 'nobody', Text>>;

const ofResidency: ListWords = {
  title: { ko: '선정 기업 명단', en: 'Startups that move in' },
  staffLead: {
    ko: '입주가 정해진 기업의 명단입니다. 개인정보가 있으니 랩 운영에만 쓰고 안전하게 보관해 주십시오.',
    en: 'Every startup that has accepted a place. The list contains personal data. Use it only to run the Lab and keep it safe.',
  },
  taken: { ko: '지금 명단에 있는 기업', en: 'On the list now' },
  givenUp: { ko: '확정 뒤 입주를 취소한 기업', en: 'Places given up since the list was confirmed' },
  few: {
    ko: '선정할 기업이 모집 인원보다 적어 빈자리가 있습니다.',
    en: 'Some places are free because there was no startup left to offer them to.',
  },
  nobody: { ko: '명단에 표시할 기업이 없습니다.', en: 'There is no startup to show.' },
};

const ofExtension: ListWords = {
  ...ofResidency,
  title: { ko: '입주를 연장하는 기업', en: 'Startups that stay on' },
  staffLead: {
    ko: '입주 연장이 정해진 기업의 명단입니다. 개인정보가 있으니 랩 운영에만 쓰고 안전하게 보관해 주십시오.',
    en: 'Every startup that has accepted an extension. The list contains personal data. Use it only to run the Lab and keep it safe.',
  },
  givenUp: { ko: '확정 뒤 연장을 취소한 기업', en: 'Extensions given up since the list was confirmed' },
};

/** What the page of a round's list says. */
export const listWordsOf = wordsByRound<ListWords>(cohortWords, { residency: ofResidency, extension: ofExtension });
