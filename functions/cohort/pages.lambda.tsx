import { deskLinks } from '../app/desk.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { cohortLambdas } from './lambdas.ts';
import { cohortRoutes } from './pages/cohort-routes.tsx';
import { cohortParts } from './parts.ts';

const environment = readEnvironment(cohortLambdas['cohort-pages']);
const deps = lazily({
  ...cohortParts(environment, openDatabase()),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** A confirmed cohort for its managers and the institutions, and the numbers of the round. */
export const handler = pagesHandler(cohortRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
