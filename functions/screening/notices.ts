import type { Notices } from '../requests/notice.ts';

/** What operators are told if reviewers are missing. */
export const screeningNotices: Notices = {
  'reviewers-missing': {
    subject: { ko: '심사위원이 부족한 모집이 있습니다', en: 'A round does not have enough reviewers' },
    text: {
      ko: '이해관계, 부재, 언어, 맡을 수 있는 건수 때문에 정해진 인원의 심사위원을 다 배정하지 못했습니다. 심사는 배정된 대로 시작하며, 심사위원이 한 명도 없는 지원서는 맡을 분을 명단에 추가할 때까지 심사하지 않습니다.',
      en: 'Because of conflicts of interest, absences, languages or capacities, some applications have fewer reviewers than the round needs. The reviews start with the reviewers there are. An application without a reviewer waits until you add one to the list of people.',
    },
    runbook: 'reviewers-missing',
    commands: ['find'],
  },
  'name-reported': {
    subject: { ko: '가려지지 않은 이름이 있다고 알려 온 지원서', en: 'A reviewer saw who applied' },
    text: {
      ko: '블라인드 심사에서 지원자를 알아볼 수 있는 내용이 가려지지 않았다고 심사위원이 알려 왔습니다. 지원서를 확인하고, 심사위원이 지원자를 아는 경우 회피하도록 안내하십시오.',
      en: 'In a blind round a reviewer says that masking missed something that tells who applied. Look at the application; if the reviewer knows the applicant, ask them to declare a conflict.',
    },
    runbook: 'name-reported',
    commands: ['show', 'audit show'],
  },
  'nobody-left-to-review': {
    subject: { ko: '더 맡길 심사위원이 없는 지원서가 있습니다', en: 'Nobody is left to review an application' },
    text: {
      ko: '심사를 1건 더 받아야 하지만 맡을 수 있는 심사위원이 없습니다. 받은 심사만으로 진행합니다.',
      en: 'It needs one more review, and nobody is left who can do it. The application continues with the reviews that it has.',
    },
    runbook: 'reviewers-missing',
    commands: ['find'],
  },
  'nobody-to-review': {
    subject: {
      ko: '심사할 분이 없어 진행되지 않는 지원서가 있습니다',
      en: 'An application is waiting for a reviewer',
    },
    text: {
      ko: '받은 심사가 없고, 심사할 수 있는 심사위원도 없습니다. 심사위원을 명단에 추가해야 이 지원서와 모집을 계속 진행합니다.',
      en: 'It has no review, and nobody is left who can review it. The application and its round wait until you add reviewers to the list of people.',
    },
    runbook: 'reviewers-missing',
    commands: ['find'],
  },
};
