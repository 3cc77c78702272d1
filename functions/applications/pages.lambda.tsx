import { applicantResult } from '../app/applicant-result.ts';
import { openAttachments } from '../app/attachments.ts';
import { kinds } from '../app/kinds.ts';
import { openLeaving } from '../app/leaving.ts';
import { openInvited } from '../app/renewals.ts';
import { openRoundSelection } from '../app/round-selection.ts';
import { policyRoutes } from '../forms/pages/policy-routes.tsx';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner, linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { applicationsLambdas } from './lambdas.ts';
import { applyRoutes } from './pages/apply-routes.tsx';
import { startRoutes } from './pages/start-routes.tsx';
import { statusRoutes } from './pages/status-routes.tsx';
import { applicationsParts } from './parts.ts';

const environment = readEnvironment(applicationsLambdas['applications-pages']);
const db = openDatabase();
const deps = lazily({
  ...applicationsParts(environment, db),
  kinds: () => kinds,
  selection: openRoundSelection(environment, db),
  invited: openInvited(environment, db),
  leaving: openLeaving(environment, db),
  attachments: openAttachments(environment, db),
  resultOf: applicantResult(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  signCode: () => linkSigner(environment.CODE_KEY_ID),
  codesAnHour: () => Number(environment.CODES_AN_HOUR),
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** What applicants see. */
export const handler = pagesHandler(
  [...startRoutes(deps), ...applyRoutes(deps), ...statusRoutes(deps), ...policyRoutes(deps)],
  { baseUrl: environment.BASE_URL, logger: openLogger(), clock: systemClock },
);
