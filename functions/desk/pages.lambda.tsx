import { deskContextOf, deskLinks, deskRequests } from '../app/desk.ts';
import { kinds } from '../app/kinds.ts';
import { allParts } from '../app/parts.ts';
import { roles } from '../app/roles.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { deskLambdas } from './lambdas.ts';
import { deskRoutes } from './pages/desk-routes.tsx';

const environment = readEnvironment(deskLambdas['desk-pages']);
const parts = {
  ...allParts(environment, openDatabase()),
  sign: () => linkSigner(environment.LINK_KEY_ID),
};
const shown = lazily(parts);
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  roles: () => roles,
  deskLinks: () => deskLinks,
  deskRequests: () => deskRequests(shown),
  contextOf: () => deskContextOf(shown),
  signCode: () => linkSigner(environment.CODE_KEY_ID),
  codesAnHour: () => Number(environment.CODES_AN_HOUR),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** The desk of everybody of the staff. */
export const handler = pagesHandler(deskRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
