import { kinds } from '../app/kinds.ts';
import { claimsParts } from '../claims/parts.ts';
import { claimInterests } from '../claims/separation.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { spotChecksLambdas } from './lambdas.ts';
import { spotChecksRoutes } from './pages/spot-checks-routes.tsx';

const environment = readEnvironment(spotChecksLambdas['spot-checks-pages']);
const parts = claimsParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  interestsIn: () => claimInterests({ claims: parts.claims(), lecturers: parts.lecturers() }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What a third officer of finance is asked about an approved claim. */
export const handler = pagesHandler(spotChecksRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
