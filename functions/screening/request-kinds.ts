import type { KindsOf } from '../requests/kind.ts';

export const screeningKinds = {
  review: {
    title: { ko: '심사', en: 'Review' },
    /** Reviews are opened by the link to a reviewer's list. */
    pages: undefined,
    askedOf: ['reviewer'],
    asks: 'person',
    heldBy: undefined,
    reminder: { together: 'reviews-reminder' },
    lapses: true,
  },
} as const satisfies KindsOf<'screening'>;
