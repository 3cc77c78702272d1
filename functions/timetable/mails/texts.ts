import type { Text } from '../../shared/i18n.ts';

export const timetableMailWords = {
  preheader: {
    ko: '바뀌거나 취소된 수업은 시간표에 표시되어 있습니다.',
    en: 'Lessons that were changed or cancelled are marked in it.',
  },
  first: {
    ko: '수업 시간표가 나왔습니다. 아래 링크에서 볼 수 있고, 달력 앱에 구독할 수도 있습니다.',
    en: 'The timetable is ready. The link shows it, and you can subscribe to it in your calendar.',
  },
  changed: {
    ko: '수업 시간표가 바뀌었습니다. 바뀌거나 취소된 수업을 아래 링크에서 확인해 주십시오. 달력 앱에서 구독하고 계시면 자동으로 반영됩니다.',
    en: 'The timetable has changed. Please look at what was changed or cancelled. If you subscribe to it in your calendar, that changes by itself.',
  },
  course: { ko: '과정', en: 'Course' },
  version: { ko: '시간표', en: 'Timetable' },
  lessons: { ko: '수업', en: 'Lessons' },
  next: { ko: '다음 수업', en: 'Next lesson' },
  open: { ko: '시간표 보기', en: 'See the timetable' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다.',
    en: 'This link is for you alone.',
  },
} as const satisfies Record<string, Text>;
