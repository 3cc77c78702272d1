import type { KindsOf } from '../requests/kind.ts';

export const resultsKinds = {
  'look-again': {
    title: { ko: '선발 결과 재검토', en: 'Look at a result again' },
    pages: 'results',
    askedOf: ['intake-officer', 'academy-manager'],
    asks: 'person',
    heldBy: 'intake-officer',
    reminder: { each: 'request-reminder' },
    lapses: false,
  },
} as const satisfies KindsOf<'results'>;
