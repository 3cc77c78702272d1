import type { Text } from '../../shared/i18n.ts';

export const timetableWords = {
  title: { ko: '수업 시간표', en: 'Timetable' },
  lead: {
    ko: '바뀌거나 취소된 수업은 표시해 두었습니다. 바뀌면 이메일로 알려 드립니다.',
    en: 'Lessons that were changed or cancelled are marked. We email you when the timetable changes.',
  },
  version: { ko: '시간표', en: 'Timetable' },
  lessons: { ko: '수업', en: 'Lessons' },
  next: { ko: '다음 수업', en: 'Next lesson' },
  none: { ko: '없음', en: 'none' },
  calendar: { ko: '달력 파일 받기', en: 'Download for your calendar' },
  subscribe: {
    ko: '달력 앱에서 아래 주소를 구독하시면 바뀐 수업이 자동으로 반영됩니다. 이 주소는 받는 분만 쓸 수 있으니 다른 사람에게 알리지 마십시오.',
    en: 'Subscribe to this address in your calendar, and changes appear there by themselves. It is for you alone: please do not pass it on.',
  },
  lecturer: { ko: '강사', en: 'Lecturer' },
  site: { ko: '장소', en: 'Place' },
  cancelled: { ko: '취소됨', en: 'Cancelled' },
  changed: { ko: '변경됨', en: 'Changed' },
  nextDay: { ko: '다음 날', en: 'next day' },
  list: { ko: '수업 목록', en: 'The lessons' },
  unknown: { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' },
  unknownText: {
    ko: '링크가 끝까지 복사되지 않았거나 잘못되었습니다. 가장 최근에 받으신 이메일의 버튼을 다시 눌러 주십시오.',
    en: 'It may be incomplete or wrong. Press the button in our latest email once more.',
  },
  left: { ko: '이 시간표를 더 이상 볼 수 없습니다', en: 'You can no longer see this timetable' },
  leftText: {
    ko: '이 과정의 교육생이나 담당자가 아니어서 시간표를 보여 드리지 않습니다. 잘못된 것 같으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'It is shown to the participants of the course and to those who run it. If this is a mistake, tell Seoul Fintech Academy.',
  },
} as const satisfies Record<string, Text>;

export const versionText = (version: number): Text => ({ ko: `${version}판`, en: `version ${version}` });

/** How many lessons, and how many of them are cancelled. */
export const lessonsText = (lessons: number, cancelled: number): Text => ({
  ko: `${lessons}회${cancelled > 0 ? `(취소 ${cancelled}회 제외)` : ''}`,
  en: `${lessons}${cancelled > 0 ? `, and ${cancelled} cancelled` : ''}`,
});
