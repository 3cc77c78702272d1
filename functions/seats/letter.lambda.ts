import { wire } from '../app/wiring.ts';
import { readEnvironment } from '../shared/environment.ts';
import { admissionLetterEnvironment } from '../shared/environments.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { fontsIn } from './letter/fonts.ts';
import { letterRoutes } from './letter/letter-routes.tsx';

const environment = readEnvironment(admissionLetterEnvironment);
const deps = {
  ...wire(environment),
  verifyLink: linkVerifier(environment.LINK_KEY_ID),
  secure: environment.BASE_URL.startsWith('https:'),
  baseUrl: environment.BASE_URL,
  fonts: fontsIn(import.meta.dirname),
};

/** The letter of admission, by itself since its fonts are large. */
export const handler = pagesHandler(letterRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
