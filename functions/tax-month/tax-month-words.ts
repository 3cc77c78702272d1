import type { TaxPart } from '../payments/payable-claim.ts';
import type { Text } from '../shared/i18n.ts';
import type { DueOf } from './filing.ts';

export const taxMonthWords = {
  month: { ko: '지급 월', en: 'Month of payment' },
  class: { ko: '소득 구분', en: 'Class of income' },
  kind: { ko: '지급 대상', en: 'Kind of payee' },
  withheld: { ko: '원천징수', en: 'Withholding' },
  taxed: { ko: '징수', en: 'withheld' },
  untaxed: { ko: '징수하지 않음', en: 'nothing withheld' },
  total: { ko: '합계', en: 'Total' },
  repaid: {
    taxed: { ko: '반환(징수한 금액)', en: 'paid back, was withheld' },
    untaxed: { ko: '반환(징수하지 않은 금액)', en: 'paid back, nothing withheld' },
  },
  reported: { ko: '신고할 금액(합계에서 반환을 뺀 금액)', en: 'To report: the total less what was paid back' },
  sums: [
    { ko: '인원', en: 'Payees' },
    { ko: '청구 건수', en: 'Claims' },
    { ko: '지급 총액', en: 'Gross' },
    { ko: '소득세', en: 'Income tax' },
    { ko: '지방소득세', en: 'Local income tax' },
  ],
  classes: {
    'other-income': { ko: '기타소득', en: 'Other income' },
    'business-income': { ko: '사업소득', en: 'Business income' },
    'non-resident': { ko: '비거주자 소득', en: 'Income of a non-resident' },
    none: { ko: '원천징수 대상 아님', en: 'Not subject to withholding' },
  } satisfies Record<TaxPart['class'], Text>,
  kinds: {
    resident: { ko: '거주자', en: 'Resident' },
    'non-resident': { ko: '비거주자', en: 'Non-resident' },
    institution: { ko: '기관', en: 'Institution' },
    'business-with-invoice': { ko: '계산서 발급 사업자', en: 'Business with invoice' },
  } satisfies Record<TaxPart['kind'], Text>,
} as const;

/** Due dates as they are called in short; of one that is not here its id is enough. */
const shortDues: Readonly<Record<string, Text>> = {
  'income-tax': { ko: '소득세', en: 'income tax' },
  'local-tax': { ko: '지방소득세', en: 'local income tax' },
  statements: { ko: '지급명세서', en: 'payment statements' },
};

/** `2027-04, income tax` */
export function dueName({ month, due }: DueOf): Text {
  const { ko, en } = shortDues[due] ?? { ko: due, en: due };
  return { ko: `${month}, ${ko}`, en: `${month}, ${en}` };
}
