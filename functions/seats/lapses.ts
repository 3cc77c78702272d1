import type { Lapses } from '../requests/lapse.ts';
import { lapseOffer } from './lapse-offer.ts';
import { offerKind } from './offer.ts';

type Needed = Parameters<typeof lapseOffer>[0];

export const seatsLapses = (deps: Needed): Lapses => ({
  [offerKind]: (request, now) => lapseOffer(deps, request, now),
});
