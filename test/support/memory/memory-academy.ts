import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, vi } from 'vitest';
import { loadPeople, readPeople } from '../../../functions/people/load-people.ts';
import { entryFiles } from '../../../infra/entry-files.ts';
import { lambdas } from '../../../infra/lambdas.ts';
import { root } from '../../../local/paths.ts';
import { freePort } from '../../../local/ports.ts';
import { type Academy, openTables } from '../academy.ts';
import { apiEvent, sendResult } from './api-event.ts';
import { answerInThisProcess } from './memory-clients.ts';
import { memoryDatabase, memoryTables } from './memory-database.ts';
import { memoryMail } from './memory-mail.ts';
import { memoryRuns } from './memory-runs.ts';

type PagesHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** The pages of an entry, with the routes that the HTTP API gives it. */
async function importPages(name: string, file: string) {
  const { handler }: { readonly handler: PagesHandler } = await import(file);
  return { handler, routes: lambdas.get(name)?.routes ?? [] };
}

/** As far as the entries look. */
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

/**
 * The academy in this process: the entries that are deployed (pages, steps of the intake, the outbox's sweep, the clock)
 * on a database in memory, behind a small server, with KMS, SES and the runs of the intake in memory too. For thousands
 * of requests, for which the local cloud with its processes is too slow. Permissions, concurrency and the joints between
 * services are tried on the local cloud only.
 */
export async function memoryAcademy(): Promise<Academy> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const memory = memoryDatabase();
  const mails: ReturnType<typeof memoryMail>[] = [];
  Object.assign(process.env, memoryTables, {
    PACE_TABLE: 'pace',
    BASE_URL: baseUrl,
    LINK_KEY_ID: 'memory',
    STATE_MACHINE_PREFIX: '',
    MAILS_A_SECOND: '1000',
    STARTS_A_SECOND: '1000',
    MAIL_FROM: 'academy@example.kr',
    MAIL_REPLY_TO: 'academy@example.kr',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_METRICS_NAMESPACE: 'memory',
  });
  answerInThisProcess({
    db: memory.db,
    mail: (to, raw) => void mails.push(memoryMail(to, raw)),
    start: (machine, name, input) => {
      if (machine === 'applicant-intake') void runs.start(name, input);
    },
    resume: (token, output) => runs.resume(token, output),
  });
  vi.resetModules();
  const entries = await Promise.all(
    [...entryFiles()]
      // The letter's fonts lie beside the bundle only.
      .filter(([name]) => lambdas.get(name)?.routes && name !== 'letters-pdf')
      .map(([name, file]) => importPages(name, file)),
  );
  const tasks = await import('../../../functions/intake/tasks.lambda.ts');
  const sweep = await import('../../../functions/app/outbox-sweep.lambda.ts');
  const chase = await import('../../../functions/app/requests-chase.lambda.ts');
  const definition = readFileSync(join(root, 'workflows/applicant-intake/definition.asl.json'), 'utf8');
  const runs = memoryRuns(JSON.parse(definition), (input) => tasks.handler(input));

  /** As the HTTP API routes them (infra/constructs/web.ts). */
  const routes = entries
    .flatMap(({ handler, routes: some }) => some.map((route) => ({ route, handler })))
    .sort((a, b) => b.route.length - a.route.length);
  const answersTo = (route: string, path: string): boolean =>
    route.endsWith('/{proxy+}') ? path.startsWith(route.slice(0, -'{proxy+}'.length)) : path === route;
  const handlerFor = (path: string): PagesHandler => {
    const found =
      routes.find(({ route }) => answersTo(route, path)) ?? routes.find(({ route }) => route === '$default');
    if (!found) throw new Error(`nobody answers ${path}`);
    return found.handler;
  };

  let delivering: Promise<void> | undefined;
  let seen = 0;
  /** What the stream does: delivers what commits have put into the outbox. */
  const deliver = (): Promise<void> => {
    delivering ??= deliverAll().finally(() => {
      delivering = undefined;
    });
    return delivering;
  };
  const deliverAll = async (): Promise<void> => {
    for (let entries = memory.items('outbox').length; entries !== seen; entries = memory.items('outbox').length) {
      seen = entries;
      await sweep.handler({}, context);
    }
  };
  // A step of a run commits by itself, outside of any request.
  const stream = setInterval(() => void deliver(), 20);

  const server = createServer((request, response) => {
    apiEvent(request)
      .then((event) => handlerFor(event.rawPath)(event, context))
      .then((result) => sendResult(response, result))
      .catch(() => response.writeHead(502).end('a page threw'));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterAll(async () => {
    clearInterval(stream);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const stored = openTables(memory.db, memoryTables);
  const { people } = readPeople(readFileSync(join(root, 'local/demo/people.csv'), 'utf8'));
  await loadPeople(stored, people, 'operator:test', stored.now());
  return {
    ...stored,
    baseUrl,
    written: stored.scan,
    writes: memory.writes,
    cloud: {
      messagesAfter: async (number) => ({
        messages: mails.slice(number).map((mail, index) => ({ ...mail, number: number + index + 1 })),
        next: mails.length,
      }),
    },
    chaseAt: async (time) => {
      await chase.handler({ time });
      await deliver();
    },
  };
}
