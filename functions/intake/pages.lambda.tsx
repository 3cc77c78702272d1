import { deskLinks } from '../app/desk.ts';
import { openInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { openCaseFigures } from '../app/renewals.ts';
import { attachmentsParts } from '../attachments/parts.ts';
import { requestRoutes } from '../requests/pages/request-routes.tsx';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { intakeLambdas } from './lambdas.ts';
import { helpRoutes } from './pages/help-routes.tsx';
import { intakeRequestPages } from './pages/request-pages.ts';

const environment = readEnvironment(intakeLambdas['intake-pages']);
const db = openDatabase();
const deps = lazily({
  ...attachmentsParts(environment, db),
  caseFigures: openCaseFigures(environment, db),
  kinds: () => kinds,
  interestsIn: openInterests(environment, db),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** The officer's decision, the question to the applicant, and help to apply. */
export const handler = pagesHandler([...requestRoutes(deps, 'intake', intakeRequestPages(deps)), ...helpRoutes(deps)], {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
