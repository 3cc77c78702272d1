import { deskLinks } from '../app/desk.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { taxMonthLambdas } from './lambdas.ts';
import { taxMonthRoutes } from './pages/tax-month-routes.tsx';
import { taxMonthParts } from './parts.ts';

const environment = readEnvironment(taxMonthLambdas['tax-month-pages']);
const deps = lazily({
  ...taxMonthParts(environment, openDatabase()),
  kinds: () => kinds,
  // Whoever is of finance may report any month.
  interestsIn: () => () => async () => undefined,
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** The tax month and its due dates, for officers of finance. */
export const handler = pagesHandler(taxMonthRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
