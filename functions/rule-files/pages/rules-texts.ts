import type { CeilingNotice } from '../../budget/load-budget.ts';
import type { Text } from '../../shared/i18n.ts';
import { formatWon } from '../../shared/text/won.ts';
import { ruleFilesKinds } from '../request-kinds.ts';

export const rulesWords = {
  title: ruleFilesKinds['rules-check'].title,
  lead: {
    ko: '새로 올린 파일이 지금 기준과 어떻게 다른지 확인해 주십시오. 확인하시면 적용 시작일부터 이 기준으로 계산합니다.',
    en: 'Check how the new file differs from the present rules. If you confirm it, we calculate by it from its first day.',
  },
  file: { ko: '파일', en: 'File' },
  version: { ko: '버전', en: 'Version' },
  loadedBy: { ko: '올린 사람', en: 'Loaded by' },
  loadedAt: { ko: '올린 때', en: 'Loaded' },
  firstDay: { ko: '적용 시작일', en: 'First day' },
  first: {
    ko: '확인된 기준이 아직 없습니다. 아래는 파일의 전체 내용입니다.',
    en: 'No rules are confirmed yet. This is all that the file says.',
  },
  past: {
    ko: '적용 시작일이 이미 지났습니다. 이미 지급한 금액은 바뀌지 않습니다. 아직 지급하지 않은 금액은 새 기준으로 계산합니다.',
    en: 'The first day has passed. What has been paid does not change. What has not been paid is calculated by the new rules.',
  },
  example: {
    ko: '금액이 예시인 파일입니다. 실제 지급에는 쓰지 않습니다.',
    en: 'The amounts of this file are examples. Nobody is paid by them.',
  },
  differences: { ko: '달라지는 내용', en: 'What changes' },
  examples: { ko: '달라지는 계산의 예', en: 'Examples of what changes' },
  noExamples: { ko: '예로 든 계산은 달라지지 않습니다.', en: 'None of the example calculations changes.' },
  confirm: { ko: '이대로 적용', en: 'Confirm the rules' },
  confirmHint: { ko: '적용 시작일부터 이 기준으로 계산합니다.', en: 'We calculate by them from their first day.' },
  refuse: { ko: '적용하지 않음', en: 'Refuse the rules' },
  refuseHint: { ko: '지금 기준이 그대로 유지됩니다.', en: 'The present rules stay in force.' },
  reason: { ko: '적용하지 않는 이유', en: 'Why you refuse them' },
  reasonHint: { ko: '적용하지 않을 때만 적어 주십시오.', en: 'Only if you refuse them.' },
  sureLead: {
    ko: '결정하시면 되돌릴 수 없습니다. 잘못된 기준은 새 파일로 바로잡습니다.',
    en: 'You cannot undo this. Wrong rules are corrected by another file.',
  },
  confirmed: { ko: '결정되었습니다: 적용', en: 'Decided: the rules are confirmed' },
  refused: { ko: '결정되었습니다: 적용하지 않음', en: 'Decided: the rules are refused' },
  superseded: { ko: '새 파일이 다시 올라왔습니다', en: 'Another file has been loaded since' },
  tooLow: {
    ko: '약정하고 지출한 금액보다 적은 예산 항목이 있어 적용할 수 없습니다',
    en: 'A budget line is below what is promised and spent, so it cannot be confirmed',
  },
  ceilings: {
    ko: '한도가 줄거나 파일에서 빠진 예산 항목이 있습니다',
    en: 'The file lowers budget lines, or leaves some out',
  },
  yearIsOver: {
    ko: '이미 끝난 회계연도의 예산입니다. 아직 지급하지 않은 강사료가 이 예산에서 나갈 수 있습니다.',
    en: 'This is the budget of a year that is over. Wages that are not paid yet may still be drawn from it.',
  },
} as const satisfies Record<string, Text>;

/** What an example comes to. */
export const amountsText = (amounts: Readonly<Record<'gross' | 'withheld' | 'paid', Text>>): Text => ({
  ko: `세전 ${amounts.gross.ko}, 원천징수 ${amounts.withheld.ko}, 실지급 ${amounts.paid.ko}`,
  en: `gross ${amounts.gross.en}, withheld ${amounts.withheld.en}, paid ${amounts.paid.en}`,
});

export const beforeAfter = (before: Text | undefined, after: Text | undefined): Text => ({
  ko: [...(before ? [`변경 전 ${before.ko}`] : []), `변경 후 ${after?.ko ?? '계산할 수 없음'}`].join('\n'),
  en: [...(before ? [`before: ${before.en}`] : []), `after: ${after?.en ?? 'cannot be calculated'}`].join('\n'),
});

export const tooLowText = (line: string, by: Text): Text => ({
  ko: `${line}: ${by.ko} 부족`,
  en: `${line}: ${by.en} too low`,
});

/** What becomes of a line of the budget. */
export function ceilingText({ line, from, to, free }: CeilingNotice): Text {
  const [was, left] = [formatWon(from), formatWon(free)];
  if (to === undefined) {
    return {
      ko: `${line}: 파일에 없음. 한도는 ${was.ko}으로 유지됩니다`,
      en: `${line}: not in the file. Its ceiling stays at ${was.en}`,
    };
  }
  const is = formatWon(to);
  return {
    ko: `${line}: ${was.ko}에서 ${is.ko}으로 줄어듭니다. 남는 금액 ${left.ko}`,
    en: `${line}: from ${was.en} down to ${is.en}, of which ${left.en} are free`,
  };
}
