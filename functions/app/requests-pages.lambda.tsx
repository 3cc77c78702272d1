import { peopleTable } from '../people/people-table.ts';
import { oldLinkRoutes } from '../requests/pages/old-link-routes.ts';
import { requestsTable } from '../requests/requests-table.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkVerifier } from '../shared/links.ts';
import { pagesHandler } from '../shared/pages/handler.ts';
import { tableName } from '../shared/parts.ts';
import { appLambdas } from './app-lambdas.ts';
import { kinds } from './kinds.ts';

const environment = readEnvironment(appLambdas['requests-pages']);
const db = openDatabase();
const requests = requestsTable(db, tableName(environment, 'REQUESTS_TABLE'));
const people = peopleTable(db, tableName(environment, 'PEOPLE_TABLE'));

const verifyLink = linkVerifier(environment.LINK_KEY_ID);

/** Where links of before lead now. */
export const handler = pagesHandler(
  oldLinkRoutes({ requests, people, kinds, verifyLink, answeredBefore: ['applications'] }),
  {
    baseUrl: environment.BASE_URL,
    logger: openLogger(),
    clock: systemClock,
  },
);
