import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { timetableLambdas } from './lambdas.ts';
import { timetableRoutes } from './pages/timetable-routes.tsx';
import { timetableParts } from './parts.ts';

const environment = readEnvironment(timetableLambdas['timetable-pages']);
const deps = lazily({
  ...timetableParts(environment, openDatabase()),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  baseUrl: () => environment.BASE_URL,
});

/** The timetable of a cohort, and its calendar feed. */
export const handler = pagesHandler(timetableRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
