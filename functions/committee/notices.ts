import type { Notices } from '../requests/notice.ts';

/** What operators are told if a committee cannot decide. */
export const committeeNotices: Notices = {
  'committee-short': {
    subject: { ko: '선발위원이 모자란 모집이 있습니다', en: 'A committee has too few members left' },
    text: {
      ko: '이해관계가 없는 위원이 승인에 필요한 수보다 적어, 결정을 기다리고 있습니다. 위원을 더 올리면 새 위원에게 바로 승인을 요청합니다.',
      en: 'Fewer members without a conflict are left than it takes to approve, so the round waits. Load further members: they are asked at once.',
    },
    runbook: 'committee-short',
  },
};
