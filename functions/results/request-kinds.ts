import type { KindsOf } from '../requests/kind.ts';

export const resultsKinds = {
  'look-again': {
    title: { ko: '다시 살펴봐 달라는 요청', en: 'A request to look again' },
    pages: 'results',
    askedOf: ['intake-officer', 'academy-manager'],
    asks: 'person',
    heldBy: 'intake-officer',
    reminder: { each: 'request-reminder' },
    lapses: false,
  },
} as const satisfies KindsOf<'results'>;
