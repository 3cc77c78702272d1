import { letterRoutes } from '../../../functions/letters/pages/letter-routes.tsx';
import { verifyRoutes } from '../../../functions/letters/pages/verify-routes.tsx';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { offerKind } from '../../../functions/seats/offer.ts';
import { offerPages } from '../../../functions/seats/pages/offer-kind.tsx';
import { placeRoutes } from '../../../functions/seats/pages/place-routes.tsx';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { seatsSamples } from './mail-samples.ts';
import { seatsRecorded } from './recorded.ts';
import { seatVisits } from './seat-visits.ts';

export const seatsSupport: Support = {
  visits: seatVisits,
  samples: seatsSamples,
  recorded: seatsRecorded,
  indexed: [{ table: 'SEATS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'seat' }],
  routes: (reach) => [
    ...requestRoutes(reach, 'seats', { [offerKind]: offerPages(reach) }),
    ...placeRoutes(reach),
    ...verifyRoutes(reach),
    ...letterRoutes({ ...reach, fonts: fontsInPackages }),
  ],
};
