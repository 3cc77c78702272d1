import { deskLinks, telling } from '../app/desk.ts';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner, linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { residencyEventsLambdas } from './lambdas.ts';
import { residencyRoutes } from './pages/routes.ts';
import { residencyEventsParts } from './parts.ts';

const environment = readEnvironment(residencyEventsLambdas['residency-events-pages']);
const db = openDatabase();
const deps = lazily({
  ...residencyEventsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  telling: () => telling,
  deskLinks: () => deskLinks,
  sign: () => linkSigner(environment.LINK_KEY_ID),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Residencies for those who look after them, and for each startup its own. */
export const handler = pagesHandler(residencyRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
