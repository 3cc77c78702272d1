import { openDatabase } from '../shared/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { selectionLambdas } from './lambdas.ts';
import { lotRoutes } from './pages/lot-routes.tsx';
import { selectionParts } from './parts.ts';

const environment = readEnvironment(selectionLambdas['selection-pages']);
const deps = lazily({
  ...selectionParts(environment, openDatabase()),
});

/** The lot of a round. */
export const handler = pagesHandler(lotRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
