import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { residenciesParts } from '../residencies/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { renewalsLambdas } from './lambdas.ts';
import { renewalsRequestPages } from './pages/request-pages.ts';

const environment = readEnvironment(renewalsLambdas['renewals-pages']);
const db = openDatabase();
const deps = lazily({
  ...residenciesParts(environment, db),
  kinds: () => kinds,
  // Only startups are asked.
  interestsIn: () => () => async () => undefined,
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** What a startup is asked whose contract ends. */
export const handler = pagesHandler(requestRoutes(deps, 'renewals', renewalsRequestPages(deps)), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
