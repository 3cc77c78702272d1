import { paymentsParts } from '../payments/parts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { lazily } from '../shared/parts.ts';
import { fontsIn } from '../shared/pdf/fonts.ts';
import { statementsLambdas } from './lambdas.ts';
import { statementRoutes } from './pages/statement-routes.tsx';

const environment = readEnvironment(statementsLambdas['statements-pages']);
const deps = lazily({
  ...paymentsParts(environment, openDatabase()),
  verifyLink: () => linkVerifier(environment.LINK_KEY_ID),
  fonts: () => fontsIn(import.meta.dirname),
});

/** The statement of a payment, with the fonts of its PDF. */
export const handler = pagesHandler(statementRoutes(deps), {
  baseUrl: environment.BASE_URL,
  logger: openLogger(),
  clock: systemClock,
});
