import type { KindsOf } from '../requests/kind.ts';

export const seatsKinds = {
  'seat-offer': {
    title: { ko: '참여 여부', en: 'Offer of a place' },
    pages: 'seats',
    askedOf: [],
    asks: 'applicant',
    heldBy: undefined,
    reminder: { each: 'offer-reminder' },
    lapses: true,
  },
} as const satisfies KindsOf<'seats'>;
