import type { Text } from '../../shared/i18n.ts';

/** What every page says on which one of the staff decides. */
export const decidingWords = {
  due: { ko: '결정 기한', en: 'Decide by' },
  decide: { ko: '결정', en: 'Your decision' },
  check: { ko: '결정 내용 확인하기', en: 'Check your decision' },
  submit: { ko: '결정하기', en: 'Decide' },
  sure: { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' },
  handOver: { ko: '다른 담당자에게 넘기기', en: 'Hand it over to a colleague' },
  by: { ko: '결정한 사람', en: 'Decided by' },
  at: { ko: '일시', en: 'When' },
} as const satisfies Record<string, Text>;

/** What the field for the decision itself says. */
export const decisionField = {
  label: { ko: '어떻게 결정하시겠습니까?', en: 'What do you decide?' },
  missing: { ko: '결정을 하나 선택해 주십시오.', en: 'Choose one decision.' },
} as const satisfies Record<string, Text>;
