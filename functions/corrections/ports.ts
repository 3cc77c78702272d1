import type { Notices } from '../requests/notice.ts';

/** What finance is told of corrections. */
const correctionNotices: Notices = {
  'wage-repayment-overdue': {
    subject: {
      ko: '돌려받을 강사료가 들어오지 않았습니다',
      en: 'A lecturer has not paid back what was asked back',
    },
    text: {
      ko: '기한이 지나 강사에게 다시 알렸지만 아직 들어오지 않았습니다. 입금되었으면 기록하고, 아니면 강사에게 연락하십시오.',
      en: 'The day has passed, the lecturer was reminded, and the money has not come. Record it if it has, or get in touch with the lecturer.',
    },
    runbook: 'wage-repayment-overdue',
    commands: ['claims show'],
  },
};

/** What is brought for corrections. */
export const correctionsPorts = { notices: correctionNotices } as const;
