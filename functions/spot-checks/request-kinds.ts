import type { KindsOf } from '../requests/kind.ts';

export const spotChecksKinds = {
  'spot-check': {
    title: { ko: '승인된 강사료 표본 점검', en: 'Spot check of an approved claim' },
    pages: 'spot-checks',
    askedOf: ['finance-officer'],
    asks: 'person',
    heldBy: 'finance-officer',
    reminder: { each: 'request-reminder' },
    about: { term: { ko: '청구 번호', en: 'Claim number' }, name: (id) => ({ ko: id, en: id }) },
    lapses: false,
  },
} as const satisfies KindsOf<'spot-checks'>;
