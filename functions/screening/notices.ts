import type { Notices } from '../requests/notice.ts';

/** What operators are told if reviewers are missing. */
export const screeningNotices: Notices = {
  'reviewers-missing': {
    subject: { ko: '심사위원이 모자란 모집이 있습니다', en: 'A round lacks reviewers' },
    text: {
      ko: '이해관계, 부재, 언어, 맡을 수 있는 수 때문에 정해진 수의 심사위원을 다 배정하지 못했습니다. 심사는 배정된 대로 시작하며, 심사위원이 한 명도 없는 지원서는 맡을 분이 올라올 때까지 기다립니다.',
      en: 'Conflicts, absences, languages or capacities left applications with fewer reviewers than the round wants. The reviews begin with those there are; an application without any reviewer waits until one is loaded.',
    },
    runbook: 'reviewers-missing',
  },
  'nobody-left-to-review': {
    subject: { ko: '더 맡길 심사위원이 없는 지원서가 있습니다', en: 'Nobody is left to review an application' },
    text: {
      ko: '심사를 한 건 더 받아야 하지만 맡을 수 있는 심사위원이 없습니다. 받은 심사만으로 마감합니다.',
      en: 'One more review is wanted, and nobody is left who may do it. The application goes on with the reviews there are.',
    },
    runbook: 'reviewers-missing',
  },
  'nobody-to-review': {
    subject: {
      ko: '심사할 사람이 없어 기다리는 지원서가 있습니다',
      en: 'An application waits for somebody to review it',
    },
    text: {
      ko: '받은 심사가 하나도 없고, 심사할 수 있는 심사위원도 없습니다. 이 지원서와 모집은 심사위원을 더 올릴 때까지 기다립니다.',
      en: 'It has no review, and nobody is left who may review it. It waits, and its round with it, until further reviewers are loaded.',
    },
    runbook: 'reviewers-missing',
  },
};
