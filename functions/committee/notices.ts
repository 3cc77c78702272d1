import type { Notices } from '../requests/notice.ts';

/** What operators are told if a committee cannot decide. */
export const committeeNotices: Notices = {
  'committee-short': {
    subject: { ko: '선발위원이 부족한 모집이 있습니다', en: 'A committee does not have enough members' },
    text: {
      ko: '이해관계가 없는 위원이 승인에 필요한 인원보다 적어 결정이 미루어지고 있습니다. 위원을 명단에 추가하면 새 위원에게 바로 승인을 요청합니다.',
      en: 'There are fewer members without a conflict of interest than the approval needs, so the round is waiting. Add members to the list of people: they are asked straight away.',
    },
    runbook: 'committee-short',
    commands: ['find'],
  },
};
