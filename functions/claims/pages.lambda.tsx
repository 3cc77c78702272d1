import { kinds } from '../app/kinds.ts';
import { listedContact } from '../rounds/listed-contact.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { claimsLambdas } from './lambdas.ts';
import { claimsRoutes } from './pages/claims-routes.tsx';
import { claimsParts } from './parts.ts';
import { claimInterests } from './separation.ts';

const environment = readEnvironment(claimsLambdas['claims-pages']);
const parts = claimsParts(environment, openDatabase());
const deps = lazily({
  ...parts,
  kinds: () => kinds,
  contact: () => listedContact(parts.rounds(), 'academy'),
  interestsIn: () => claimInterests({ claims: parts.claims(), lecturers: parts.lecturers() }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What the lecturer, the academy manager and finance are asked. */
export const handler = pagesHandler(claimsRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
