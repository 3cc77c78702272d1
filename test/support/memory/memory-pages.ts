import { createServer } from 'node:http';
import type { Context } from 'aws-lambda';
import { applicantResult } from '../../../functions/app/applicant-result.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { applyRoutes } from '../../../functions/applications/pages/apply-routes.tsx';
import { startRoutes } from '../../../functions/applications/pages/start-routes.tsx';
import { statusRoutes } from '../../../functions/applications/pages/status-routes.tsx';
import { cohortRoutes } from '../../../functions/cohort/pages/cohort-routes.tsx';
import { committeeApproval } from '../../../functions/committee/committee-requests.ts';
import { committeePages } from '../../../functions/committee/pages/committee-kind.tsx';
import { intakeRequestPages } from '../../../functions/intake/pages/request-pages.ts';
import { verifyRoutes } from '../../../functions/letters/pages/verify-routes.tsx';
import { oldLinkRoutes } from '../../../functions/requests/pages/old-link-routes.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { lookAgainKind } from '../../../functions/results/look-again.ts';
import { lookAgainPages } from '../../../functions/results/pages/look-again-kind.tsx';
import { resultRoutes } from '../../../functions/results/pages/result-routes.tsx';
import { reviewRoutes } from '../../../functions/screening/pages/review-routes.tsx';
import { offerKind } from '../../../functions/seats/offer.ts';
import { offerPages } from '../../../functions/seats/pages/offer-kind.tsx';
import { placeRoutes } from '../../../functions/seats/pages/place-routes.tsx';
import { lotRoutes } from '../../../functions/selection/pages/lot-routes.tsx';
import type { Database } from '../../../functions/shared/database.ts';
import type { VerifyLink } from '../../../functions/shared/links.ts';
import { pagesHandler } from '../../../functions/shared/pages/handler.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { systemClock } from '../../../functions/shared/service.ts';
import { apiEvent, sendResult } from './api-event.ts';
import { memoryTables } from './memory-database.ts';

/** As far as the pages look. */
const context: Context = {
  awsRequestId: 'memory',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'memory',
  functionVersion: '1',
  invokedFunctionArn: 'memory',
  logGroupName: 'memory',
  logStreamName: 'memory',
  memoryLimitInMB: '256',
  getRemainingTimeInMillis: () => 600_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const silent = { showsFaults: false, info: () => undefined, error: () => undefined };

/** All pages of all capabilities on a database in memory, behind a small server on this machine. */
export async function memoryPages(given: {
  readonly db: Database;
  readonly port: number;
  readonly baseUrl: string;
  readonly verify: VerifyLink;
}): Promise<{ readonly close: () => Promise<void> }> {
  const { db, port, baseUrl, verify } = given;
  const deps = lazily({
    ...everything(memoryTables, db),
    resultOf: applicantResult(memoryTables, db),
    verifyLink: () => verify,
    secure: () => false,
  });
  const handler = pagesHandler(
    [
      ...startRoutes(deps),
      ...applyRoutes(deps),
      ...statusRoutes(deps),
      ...requestRoutes(deps, 'intake', intakeRequestPages(deps)),
      ...requestRoutes(deps, 'results', { [lookAgainKind]: lookAgainPages(deps) }),
      ...resultRoutes(deps),
      ...requestRoutes(deps, 'seats', { [offerKind]: offerPages(deps) }),
      ...placeRoutes(deps),
      ...verifyRoutes(deps),
      ...lotRoutes(deps),
      ...requestRoutes(deps, 'committee', { [committeeApproval]: committeePages(deps) }),
      ...cohortRoutes(deps),
      ...reviewRoutes(deps),
      ...oldLinkRoutes({ ...deps, answeredBefore: ['applications'] }),
    ],
    { baseUrl, logger: silent, clock: systemClock },
  );
  const server = createServer((request, response) => {
    apiEvent(request)
      .then((event) => handler(event, context))
      .then((result) => sendResult(response, result))
      .catch(() => response.writeHead(502).end('a page threw'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  server.unref();
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
