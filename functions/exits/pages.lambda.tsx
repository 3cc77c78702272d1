import { deskLinks } from '../app/desk.ts';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { exitsLambdas } from './lambdas.ts';
import { exitsRoutes } from './pages/exits-routes.ts';
import { exitsParts } from './parts.ts';

const environment = readEnvironment(exitsLambdas['exits-pages']);
const db = openDatabase();
const deps = lazily({
  ...exitsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  deskLinks: () => deskLinks,
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** How residencies end: pages of startups, of managers, and of the director. */
export const handler = pagesHandler(exitsRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
