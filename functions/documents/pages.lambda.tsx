import { deskLinks } from '../app/desk.ts';
import { openDocumentOwners } from '../app/document-owners.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { documentsLambdas } from './lambdas.ts';
import { documentRoutes } from './pages/document-routes.tsx';
import { documentsParts } from './parts.ts';
import { signedForms } from './signed-forms.ts';

const environment = readEnvironment(documentsLambdas['documents-pages']);
const db = openDatabase();
const deps = lazily({
  ...documentsParts(environment, db),
  owners: openDocumentOwners(environment, db, {
    verifyLink: linkVerifier(environment.LINK_KEY_ID),
    secure: environment.BASE_URL.startsWith('https:'),
  }),
  forms: () => signedForms(db, environment.DOCUMENTS_BUCKET),
  deskLinks: () => deskLinks,
  baseUrl: () => environment.BASE_URL,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Documents, for who sends them and who looks through them. */
export const handler = pagesHandler(documentRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
