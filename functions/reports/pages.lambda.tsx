import { deskLinks } from '../app/desk.ts';
import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { reportsLambdas } from './lambdas.ts';
import { deskReportRoutes } from './pages/desk-reports.tsx';
import { ownReportRoutes } from './pages/own-reports.tsx';
import { reportsRequestPages } from './pages/report-kind.tsx';
import { reportsParts } from './parts.ts';

const environment = readEnvironment(reportsLambdas['reports-pages']);
const deps = lazily({
  ...reportsParts(environment, openDatabase()),
  kinds: () => kinds,
  interestsIn: () => () => async () => undefined,
  deskLinks: () => deskLinks,
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});
const routes = [
  ...requestRoutes(deps, 'reports', reportsRequestPages(deps)),
  ...ownReportRoutes(deps),
  ...deskReportRoutes(deps),
];

/** The quarterly reports of startups, for each of them and for whoever looks after the Lab. */
export const handler = pagesHandler(routes, {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
