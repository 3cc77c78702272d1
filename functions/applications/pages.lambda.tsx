import { applicantResult } from '../app/applicant-result.ts';
import { wire } from '../app/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { applicationsPagesEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { applyRoutes } from './pages/apply-routes.tsx';
import { startRoutes } from './pages/start-routes.tsx';
import { statusRoutes } from './pages/status-routes.tsx';

const environment = readEnvironment(applicationsPagesEnvironment);
const wired = wire(environment);
const deps = {
  ...wired,
  resultOf: applicantResult(wired),
  verifyLink: linkVerifier(environment.LINK_KEY_ID),
  secure: environment.BASE_URL.startsWith('https:'),
};

/** What applicants see. */
export const handler = pagesHandler([...startRoutes(deps), ...applyRoutes(deps), ...statusRoutes(deps)], {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
