import { deskLinks } from '../app/desk.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { secondFactorLambdas } from './lambdas.ts';
import { secondFactorRoutes } from './pages/second-factor-routes.tsx';
import { secondFactorParts } from './parts.ts';

const environment = readEnvironment(secondFactorLambdas['second-factor-pages']);
const deps = lazily({
  ...secondFactorParts(environment, openDatabase()),
  signCode: () => linkSigner(environment.CODE_KEY_ID),
  baseUrl: () => environment.BASE_URL,
  deskLinks: () => deskLinks,
  secure: () => environment.BASE_URL.startsWith('https:'),
});

/** Passkeys, and the proof of one decision. */
export const handler = pagesHandler(secondFactorRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
