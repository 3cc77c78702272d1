import type { Notices } from '../requests/notice.ts';

/** What operators are told of lecturers. */
export const lecturersNotices: Notices = {
  'account-unanswered': {
    subject: { ko: '계좌를 알려 주지 않은 강사가 있습니다', en: 'A lecturer has not given an account' },
    text: {
      ko: '두 번 더 알려 드렸지만 강사료를 받을 계좌를 입력하지 않았습니다. 계좌가 없으면 강사료를 지급할 수 없습니다. 강사에게 연락한 뒤 다시 요청하십시오.',
      en: 'They have not answered after two reminders, and nothing can be paid without an account. Contact the lecturer, then ask again.',
    },
    runbook: 'account-unanswered',
    commands: ['lecturers show', 'lecturers ask'],
  },
};
