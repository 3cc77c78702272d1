import { createServer } from 'node:http';
import type { CloudAddress } from './aws-query.ts';
import { requirePort } from './ports.ts';
import { listPage, notFoundPage, runPage } from './runs/pages.ts';
import { findRuns, readRun } from './runs/runs.ts';

export interface RunsPage {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * What the Step Functions console shows on AWS and the local cloud lacks: the runs, and where each of them stands.
 * Reads only; on 127.0.0.1.
 */
export async function startRunsPage({
  port,
  cloud,
}: {
  readonly port: number;
  readonly cloud: CloudAddress;
}): Promise<RunsPage> {
  await requirePort(port, 'the page of runs');
  const respond = async (url: URL): Promise<{ status: number; page: string }> => {
    if (url.pathname === '/') {
      const search = url.searchParams.get('q') ?? '';
      return { status: 200, page: listPage(await findRuns(cloud, search), search) };
    }
    const arn = url.pathname === '/run' ? url.searchParams.get('arn') : null;
    const detail = arn === null ? undefined : await readRun(cloud, arn);
    return detail ? { status: 200, page: runPage(detail, Date.now() / 1000) } : { status: 404, page: notFoundPage() };
  };
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  };
  const server = createServer((request, response) => {
    respond(new URL(request.url ?? '/', 'http://localhost')).then(
      ({ status, page }) => response.writeHead(status, headers).end(page),
      () => response.writeHead(502, { 'content-type': 'text/plain' }).end('The local cloud does not answer.'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
