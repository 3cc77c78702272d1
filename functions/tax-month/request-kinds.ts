import type { KindsOf } from '../requests/kind.ts';
import { dueIn } from './filing.ts';
import { dueName } from './tax-month-words.ts';

export const taxMonthKinds = {
  'tax-due': {
    title: { ko: '원천징수 신고와 납부', en: 'Report and pay what was withheld' },
    pages: 'tax-month',
    askedOf: ['finance-officer'],
    asks: 'person',
    heldBy: 'finance-officer',
    reminder: { each: 'request-reminder' },
    about: {
      term: { ko: '지급 월', en: 'Month of payment' },
      name: (id) => {
        const of = dueIn(id);
        return of ? dueName(of) : { ko: id, en: id };
      },
    },
    lapses: false,
  },
} as const satisfies KindsOf<'tax-month'>;
