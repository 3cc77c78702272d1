import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { listedContact } from '../rounds/listed-contact.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { onboardingLambdas } from './lambdas.ts';
import { onboardingRequestPages } from './pages/request-pages.ts';
import { startupRoutes } from './pages/startup-routes.tsx';
import { onboardingParts } from './parts.ts';

const environment = readEnvironment(onboardingLambdas['onboarding-pages']);
const db = openDatabase();
const parts = onboardingParts(environment, db);
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  contact: () => listedContact(parts.rounds(), 'lab'),
  interestsIn: openResidencyInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** What is asked of startups and lab managers before the first day. */
export const handler = pagesHandler(
  [...startupRoutes(deps), ...requestRoutes(deps, 'onboarding', onboardingRequestPages(deps))],
  { baseUrl: environment.BASE_URL, logger: openLogger(), clock: systemClock },
);
