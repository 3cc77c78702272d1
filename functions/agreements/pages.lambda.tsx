import { openAgreementOwners } from '../app/agreement-owners.ts';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner, linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { fontsIn } from '../shared/pdf/fonts.ts';
import { agreementsLambdas } from './lambdas.ts';
import { agreementsRoutes } from './pages/agreements-routes.tsx';
import { agreementsParts } from './parts.ts';

const environment = readEnvironment(agreementsLambdas['agreements-pages']);
const db = openDatabase();
const deps = lazily({
  ...agreementsParts(environment, db),
  agreementOwners: openAgreementOwners(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  signCode: () => linkSigner(environment.CODE_KEY_ID),
  codesAnHour: () => Number(environment.CODES_AN_HOUR),
  secure: () => environment.BASE_URL.startsWith('https:'),
  baseUrl: () => environment.BASE_URL,
  fonts: () => fontsIn(import.meta.dirname),
});

/** Agreements: read and signed by those who have a link, and checked by anybody. */
export const handler = pagesHandler(agreementsRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
