import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { openDatabase } from '../shared/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { exitsLambdas } from './lambdas.ts';
import { exitsRequestPages } from './pages/request-pages.ts';
import { exitsParts } from './parts.ts';

const environment = readEnvironment(exitsLambdas['exits-pages']);
const deps = lazily({
  ...exitsParts(environment, openDatabase()),
  kinds: () => kinds,
  // Whoever directs the Lab may decide about any startup.
  interestsIn: () => () => async () => undefined,
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What the director confirms before a contract ends at once. */
export const handler = pagesHandler(requestRoutes(deps, 'exits', exitsRequestPages(deps)), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
