import { openInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { seatsParts } from '../seats/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { resultsLambdas } from './lambdas.ts';
import { reconsiderationPages } from './pages/reconsideration-kind.tsx';
import { resultRoutes } from './pages/result-routes.tsx';
import { reconsiderationKind } from './reconsideration.ts';

const environment = readEnvironment(resultsLambdas['results-pages']);
const db = openDatabase();
const deps = lazily({
  ...seatsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Results, and their reconsideration. */
export const handler = pagesHandler(
  [...requestRoutes(deps, 'results', { [reconsiderationKind]: reconsiderationPages(deps) }), ...resultRoutes(deps)],
  {
    baseUrl: environment.BASE_URL,
    logger: openLogger(),
    clock: systemClock,
  },
);
