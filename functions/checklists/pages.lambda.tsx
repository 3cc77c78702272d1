import { openChecklistOwners } from '../app/checklist-owners.ts';
import { deskLinks } from '../app/desk.ts';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { checklistsLambdas } from './lambdas.ts';
import { checklistRoutes } from './pages/checklist-routes.tsx';
import { checklistsParts } from './parts.ts';

const environment = readEnvironment(checklistsLambdas['checklists-pages']);
const db = openDatabase();
const deps = lazily({
  ...checklistsParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  checklistOwners: openChecklistOwners(environment, db, {
    verifyLink: linkVerifier(environment.LINK_KEY_ID),
    secure: environment.BASE_URL.startsWith('https:'),
  }),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Checklists, for who does what is on them, who manages them and who they are for. */
export const handler = pagesHandler(checklistRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
