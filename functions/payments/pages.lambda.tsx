import { deskLinks } from '../app/desk.ts';
import { openDatabase } from '../shared/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { paymentsLambdas } from './lambdas.ts';
import { paymentsRoutes } from './pages/payments-routes.tsx';
import { paymentsParts } from './parts.ts';

const environment = readEnvironment(paymentsLambdas['payments-pages']);
const deps = lazily({
  ...paymentsParts(environment, openDatabase()),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Batches of payments, for officers of finance. */
export const handler = pagesHandler(paymentsRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
