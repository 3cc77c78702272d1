import type { KindsOf } from '../requests/kind.ts';

export const committeeKinds = {
  'committee-approval': {
    title: { ko: '선발 순위 승인', en: 'Approve the ranking' },
    pages: 'committee',
    askedOf: ['committee'],
    asks: 'person',
    heldBy: undefined,
    reminder: { each: 'request-reminder' },
    lapses: false,
  },
} as const satisfies KindsOf<'committee'>;
