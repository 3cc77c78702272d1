import { seatsParts } from '../seats/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { fontsIn } from '../shared/pdf/fonts.ts';
import { lettersLambdas } from './lambdas.ts';
import { letterRoutes } from './pages/letter-routes.tsx';

const environment = readEnvironment(lettersLambdas['letters-pdf']);
const deps = lazily({
  ...seatsParts(environment, openDatabase()),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  secure: () => environment.BASE_URL.startsWith('https:'),
  baseUrl: () => environment.BASE_URL,
  fonts: () => fontsIn(import.meta.dirname),
});

/** The confirmation letter, by itself since its fonts are large. */
export const handler = pagesHandler(letterRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
