import { openCaseFigures } from '../app/renewals.ts';
import { openRoundSelection } from '../app/round-selection.ts';
import { attachmentsParts } from '../attachments/parts.ts';
import { signedForms } from '../documents/signed-forms.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { screeningLambdas } from './lambdas.ts';
import { reviewRoutes } from './pages/review-routes.tsx';
import { screeningParts } from './parts.ts';

const environment = readEnvironment(screeningLambdas['screening-pages']);
const db = openDatabase();
const deps = lazily({
  ...attachmentsParts(environment, db),
  ...screeningParts(environment, db),
  forms: () => signedForms(db, environment.DOCUMENTS_BUCKET),
  caseFigures: openCaseFigures(environment, db),
  selection: openRoundSelection(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
});

/** What reviewers see. */
export const handler = pagesHandler(reviewRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
