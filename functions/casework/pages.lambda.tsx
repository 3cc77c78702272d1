import { deskLinks } from '../app/desk.ts';
import { kinds } from '../app/kinds.ts';
import { openCaseFigures } from '../app/renewals.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { caseworkLambdas } from './lambdas.ts';
import { caseworkRoutes } from './pages/casework-routes.tsx';
import { caseworkParts } from './parts.ts';

const environment = readEnvironment(caseworkLambdas['casework-pages']);
const db = openDatabase();
const deps = lazily({
  ...caseworkParts(environment, db),
  caseFigures: openCaseFigures(environment, db),
  kinds: () => kinds,
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Rounds and their applications, for managers of the academy and operators. */
export const handler = pagesHandler(caseworkRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
