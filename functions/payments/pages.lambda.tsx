import { deskLinks } from '../app/desk.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { paymentsLambdas } from './lambdas.ts';
import { paymentsRoutes } from './pages/payments-routes.tsx';
import { paymentsParts } from './parts.ts';
import { paymentInterests } from './separation.ts';

const environment = readEnvironment(paymentsLambdas['payments-pages']);
const parts = paymentsParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => paymentInterests({ payments: parts.payments(), payeesToPay: parts.payeesToPay() }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Batches of payments, for officers of finance. */
export const handler = pagesHandler(paymentsRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
