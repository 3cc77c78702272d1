import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { onboardingParts } from '../onboarding/parts.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { contractsLambdas } from './lambdas.ts';
import { contractsRequestPages } from './pages/request-pages.ts';

const environment = readEnvironment(contractsLambdas['contracts-pages']);
const db = openDatabase();
const deps = lazily({
  ...onboardingParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What a lab manager is asked about contracts. */
export const handler = pagesHandler(requestRoutes(deps, 'contracts', contractsRequestPages(deps)), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
