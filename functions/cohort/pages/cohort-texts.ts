import type { Text } from '../../shared/i18n.ts';

export const cohortWords = {
  title: { ko: '확정 명단', en: 'The cohort' },
  staffLead: {
    ko: '자리를 수락한 분의 명단입니다. 개인정보가 있으니 운영에만 쓰고 안전하게 보관해 주십시오.',
    en: 'Everybody who has accepted a seat. It holds personal data: use it to run the course only, and keep it safe.',
  },
  institutionLead: {
    ko: '협력기관 제공에 동의한 분의 명단입니다. 동의받은 목적과 기간 안에서만 쓰고, 기간이 지나면 파기해 주십시오.',
    en: 'Those who have agreed to be named to the institutions. Use the list only for the purpose and the time that they agreed to, then erase it.',
  },
  seats: { ko: '정원', en: 'Seats' },
  taken: { ko: '현재 인원', en: 'Taken now' },
  leftOut: { ko: '제공에 동의하지 않아 뺀 인원', en: 'Left out, since they did not agree to be named' },
  givenUp: { ko: '확정 뒤 참여를 취소한 인원', en: 'Places given up since the confirmation' },
  revision: { ko: '명단이 바뀐 때', en: 'The list has changed' },
  few: {
    ko: '선발할 분이 정원보다 적어 일부 자리는 비어 있습니다.',
    en: 'Some seats are empty, since there was nobody left to offer them to.',
  },
  nobody: { ko: '명단에 표시할 분이 없습니다.', en: 'There is nobody to show.' },
  download: { ko: '명단 내려받기 (CSV)', en: 'Download the list (CSV)' },
  recorded: {
    ko: '누가 언제 몇 명의 명단을 내려받았는지 기록합니다.',
    en: 'We record who downloads it, when, and how many rows it has.',
  },
  statistics: { ko: '모집 통계 보기', en: 'See the numbers of the round' },
  list: { ko: '명단으로 돌아가기', en: 'Back to the list' },
  reference: { ko: '접수 번호', en: 'Reference' },
  email: { ko: '이메일', en: 'E-mail' },
  phone: { ko: '휴대전화', en: 'Mobile' },
  attends: { ko: '출석 약속', en: 'Promised to attend' },
  yes: { ko: '예', en: 'Yes' },
  contact: { ko: '비상 연락처', en: 'Emergency contact' },
  none: { ko: '적지 않음', en: 'Not given' },
  unknown: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not open anything' },
  unknownText: {
    ko: '링크가 끝까지 복사되지 않았을 수 있습니다. 받으신 메일에서 다시 열어 주십시오. 링크는 받은 분만 쓸 수 있습니다.',
    en: 'Part of it may be missing. Open it again from your mail. A link works only for the person that it was mailed to.',
  },
  left: { ko: '이 명단을 볼 권한이 없습니다', en: 'You can no longer see this list' },
  leftText: {
    ko: '더는 명단을 받는 담당자가 아닙니다. 담당이 그대로라면 아카데미 운영팀에 알려 주십시오.',
    en: 'You are no longer one of those who are given it. If that is a mistake, please tell the academy.',
  },
} as const satisfies Record<string, Text>;
