import { openAccepting } from '../app/accepting.ts';
import { openInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { seatsLambdas } from './lambdas.ts';
import { offerKind } from './offer.ts';
import { offerPages } from './pages/offer-kind.tsx';
import { placeRoutes } from './pages/place-routes.tsx';
import { seatsParts } from './parts.ts';

const environment = readEnvironment(seatsLambdas['seats-pages']);
const db = openDatabase();
const deps = lazily({
  ...seatsParts(environment, db),
  kinds: () => kinds,
  accepting: openAccepting(environment, db),
  interestsIn: openInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Offers, and what a place brings. */
export const handler = pagesHandler(
  [...requestRoutes(deps, 'seats', { [offerKind]: offerPages(deps) }), ...placeRoutes(deps)],
  {
    baseUrl: environment.BASE_URL,
    logger: openLogger(),
    clock: systemClock,
  },
);
