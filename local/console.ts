import type { CloudAddress } from './aws-query.ts';
import { type Door, openDoor } from './door.ts';
import { listPage, notFoundPage, runPage } from './runs/pages.ts';
import { findRuns, readRun } from './runs/runs.ts';

/**
 * What the Step Functions console shows on AWS and the local cloud lacks: the runs, and where each of them stands.
 * Reads only; on 127.0.0.1.
 */
export function startRunsPage({ port, cloud }: { readonly port: number; readonly cloud: CloudAddress }): Promise<Door> {
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
  return openDoor({
    port,
    purpose: 'the page of runs',
    answer: (incoming, outgoing) =>
      respond(new URL(incoming.url ?? '/', 'http://localhost')).then(
        ({ status, page }) => void outgoing.writeHead(status, headers).end(page),
        () => void outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The local cloud does not answer.'),
      ),
  });
}
