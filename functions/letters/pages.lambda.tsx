import { seatsParts } from '../seats/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { lettersLambdas } from './lambdas.ts';
import { verifyRoutes } from './pages/verify-routes.tsx';

const environment = readEnvironment(lettersLambdas['letters-pages']);

/** The verification of letters. */
export const handler = pagesHandler(verifyRoutes(lazily(seatsParts(environment, openDatabase()))), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
