import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
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
