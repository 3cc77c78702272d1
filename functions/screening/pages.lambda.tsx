import { wire } from '../app/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { screeningPagesEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { reviewRoutes } from './pages/review-routes.tsx';

const environment = readEnvironment(screeningPagesEnvironment);
const deps = { ...wire(environment), verifyLink: linkVerifier(environment.LINK_KEY_ID) };

/** What reviewers see. */
export const handler = pagesHandler(reviewRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
