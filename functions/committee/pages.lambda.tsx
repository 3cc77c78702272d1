import { openInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { openCaseFigures } from '../app/renewals.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { selectionParts } from '../selection/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { committeeApproval } from './committee-requests.ts';
import { committeeLambdas } from './lambdas.ts';
import { committeePages } from './pages/committee-kind.tsx';

const environment = readEnvironment(committeeLambdas['committee-pages']);
const db = openDatabase();
const deps = lazily({
  ...selectionParts(environment, db),
  caseFigures: openCaseFigures(environment, db),
  kinds: () => kinds,
  interestsIn: openInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What members of the committee see. */
export const handler = pagesHandler(requestRoutes(deps, 'committee', { [committeeApproval]: committeePages(deps) }), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
