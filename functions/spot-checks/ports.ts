import type { Notices } from '../requests/notice.ts';

/** What operators are told of spot checks. */
const spotCheckNotices: Notices = {
  'spot-check-nobody': {
    subject: { ko: '승인된 강사료를 점검할 사람이 없습니다', en: 'Nobody is left to spot-check a claim' },
    text: {
      ko: '표본으로 뽑힌 청구를 점검할 수 있는 재무 담당자가 없습니다. 승인한 사람과 강사 본인은 점검할 수 없습니다.',
      en: 'A claim was drawn, and no finance officer may look at it: who approved it, and its lecturer, may not.',
    },
    runbook: 'spot-check',
    commands: ['claims show'],
  },
  'spot-check-found': {
    subject: { ko: '표본 점검에서 문제가 발견되었습니다', en: 'A spot check has found something' },
    text: {
      ko: '재무 담당자가 승인된 청구를 다시 보고 보류하거나 정정해야 한다고 했습니다. 이유는 청구에서 볼 수 있습니다.',
      en: 'An approved claim has to be held or corrected, says the finance officer who looked at it again. The claim shows why.',
    },
    runbook: 'spot-check',
    commands: ['claims show'],
  },
};

/** What is brought for spot checks. */
export const spotChecksPorts = { notices: spotCheckNotices } as const;
