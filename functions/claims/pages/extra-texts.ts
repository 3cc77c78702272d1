import type { Text } from '../../shared/i18n.ts';

/** Below the manager's page of a claim. */
export const extrasPath = 'extras';

/** The words of what is paid beside the hours, as the manager changes it. */
export const extraWords = {
  go: { ko: '원고료·교통비 변경하기', en: 'Change manuscript or travel' },
  title: { ko: '원고료·교통비 변경', en: 'Change manuscript or travel' },
  lead: {
    ko: '강사와 재무 담당자가 변경 내용과 이유를 봅니다. 변경하시면 금액이 다시 계산되고, 이어서 결정하실 수 있습니다.',
    en: 'The lecturer and finance read the change and the reason. The claim is calculated again, and you can go back to your decision.',
  },
  manuscript: { ko: '원고료', en: 'Manuscript' },
  travel: { ko: '교통비', en: 'Travel' },
  now: { ko: '지금', en: 'Now' },
  nothing: { ko: '없음', en: 'Nothing' },
  rule: { ko: '적용 기준', en: 'How it is paid' },
  taxed: { ko: '과세', en: 'taxed' },
  untaxed: { ko: '비과세', en: 'not taxed' },
  capped: { ko: '상한에 포함', en: 'counts toward the limit' },
  kind: { ko: '항목', en: 'What it is' },
  kindMissing: { ko: '원고료인지 교통비인지 선택해 주십시오.', en: 'Choose manuscript or travel.' },
  lesson: { ko: '수업', en: 'Lesson' },
  lessonMissing: { ko: '어느 수업의 것인지 선택해 주십시오.', en: 'Choose the lesson that it is for.' },
  amount: { ko: '금액(원)', en: 'Amount (won)' },
  amountHint: { ko: '0을 적으면 뺍니다. 예: 50000', en: '0 takes it away, for example 50000' },
  amountMissing: { ko: '금액을 적어 주십시오. 예: 50000', en: 'Enter the amount, for example 50000.' },
  reason: { ko: '변경하는 이유', en: 'Reason for the change' },
  reasonHint: { ko: '강사에게 그대로 전달됩니다.', en: 'The lecturer reads it as you write it.' },
  reasonMissing: { ko: '변경하는 이유를 적어 주십시오.', en: 'Enter the reason for the change.' },
  same: { ko: '지금 금액과 같습니다.', en: 'It is this amount already.' },
  noRule: {
    ko: '단가표에 이 항목의 기준이 없어 변경할 수 없습니다.',
    en: 'The rate card has no rule for it, so it cannot be changed.',
  },
  send: { ko: '변경하기', en: 'Change it' },
  back: { ko: '결정 화면으로 돌아가기', en: 'Back to your decision' },
} as const satisfies Record<string, Text>;
