import { createServer } from 'node:http';
import type { Context } from 'aws-lambda';
import { applicantResult } from '../../../functions/app/applicant-result.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { oldLinkRoutes } from '../../../functions/requests/pages/old-link-routes.ts';
import type { Database } from '../../../functions/shared/database.ts';
import type { SignLink, VerifyLink } from '../../../functions/shared/links.ts';
import { pagesHandler } from '../../../functions/shared/pages/handler.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { systemClock } from '../../../functions/shared/service.ts';
import * as brought from '../brought.ts';
import type { Support } from '../support.ts';
import { apiEvent, sendResult } from './api-event.ts';
import { memoryTables } from './memory-database.ts';
import type { Invoked } from './memory-invoked.ts';

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
  readonly signCode: SignLink;
  readonly codesAnHour: number;
  readonly invoked: Invoked;
}): Promise<{ readonly close: () => Promise<void> }> {
  const { db, port, baseUrl, verify, signCode, codesAnHour, invoked } = given;
  const deps = lazily({
    ...everything(memoryTables, db),
    resultOf: applicantResult(memoryTables, db),
    verifyLink: () => verify,
    signCode: () => signCode,
    codesAnHour: () => codesAnHour,
    secure: () => false,
  });
  const handler = pagesHandler(
    [
      ...Object.values<Support>(brought).flatMap(({ routes }) => routes?.(deps) ?? []),
      ...oldLinkRoutes({ ...deps, answeredBefore: ['applications'] }),
    ],
    { baseUrl, logger: silent, clock: systemClock },
  );
  const server = createServer((request, response) => {
    apiEvent(request)
      .then((event) => invoked('page', () => handler(event, context)))
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
