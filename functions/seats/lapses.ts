import type { LapsesOf } from '../requests/lapse.ts';
import { lapseOffer } from './lapse-offer.ts';
import { offerKind } from './offer.ts';
import type { seatsKinds } from './request-kinds.ts';

type Needed = Parameters<typeof lapseOffer>[0];

/** What a lapse of each of the seats' kinds does. Each commits what it changes, the request's end with it. */
export const seatsLapses = (deps: Needed): LapsesOf<typeof seatsKinds> => ({
  [offerKind]: (request, now) => lapseOffer(deps, request, now),
});
