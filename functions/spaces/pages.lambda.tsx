import { deskLinks } from '../app/desk.ts';
import { openHolderNames } from '../app/holder-names.ts';
import { openSpaceHolders } from '../app/space-holders.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { spacesLambdas } from './lambdas.ts';
import { spacesRoutes } from './pages/spaces-routes.tsx';
import { spacesParts } from './parts.ts';

const environment = readEnvironment(spacesLambdas['spaces-pages']);
const db = openDatabase();
const deps = lazily({
  ...spacesParts(environment, db),
  spaceHolders: openSpaceHolders(environment, db),
  holderNames: openHolderNames(environment, db),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Spaces and who holds them, for whoever looks after them. */
export const handler = pagesHandler(spacesRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
