import type { Kind } from '../requests/kind.ts';
import { offerKind } from './offer.ts';

export const seatsKinds: readonly Kind[] = [
  {
    name: offerKind,
    title: { ko: '참여 여부', en: 'Offer of a seat' },
    pages: 'seats',
    reminder: 'offer-reminder',
  },
];
