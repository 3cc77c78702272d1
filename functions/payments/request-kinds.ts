import type { KindsOf } from '../requests/kind.ts';

const about = {
  term: { ko: '지급 묶음', en: 'Batch' },
  name: (id: string) => ({ ko: id, en: id }),
};

const askedOfFinance = {
  pages: 'payments',
  askedOf: ['finance-officer'],
  asks: 'person',
  heldBy: 'finance-officer',
  reminder: { each: 'request-reminder' },
  about,
  lapses: false,
} as const;

export const paymentsKinds = {
  'payment-file': {
    ...askedOfFinance,
    title: { ko: '은행 파일 만들기', en: 'Make the bank’s file' },
  },
  'payment-result': {
    ...askedOfFinance,
    title: { ko: '은행 결과 올리기', en: 'Upload the bank’s result' },
  },
} as const satisfies KindsOf<'payments'>;
