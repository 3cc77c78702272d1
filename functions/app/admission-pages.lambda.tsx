import { cohortRoutes } from '../cohort/pages/cohort-routes.tsx';
import { resultRoutes } from '../results/pages/result-routes.tsx';
import { placeRoutes } from '../seats/pages/place-routes.tsx';
import { verifyRoutes } from '../seats/pages/verify-routes.tsx';
import { lotRoutes } from '../selection/pages/lot-routes.tsx';
import { readEnvironment } from '../shared/environment.ts';
import { admissionPagesEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wire } from './wiring.ts';

const environment = readEnvironment(admissionPagesEnvironment);
const deps = {
  ...wire(environment),
  verifyLink: linkVerifier(environment.LINK_KEY_ID),
  secure: environment.BASE_URL.startsWith('https:'),
};

/** Results and second looks, the lot, the verification of letters, the cohort and its statistics. */
export const handler = pagesHandler(
  [...resultRoutes(deps), ...lotRoutes(deps), ...verifyRoutes(deps), ...placeRoutes(deps), ...cohortRoutes(deps)],
  { baseUrl: environment.BASE_URL, logger: openLogger(), clock: systemClock },
);
