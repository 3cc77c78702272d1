import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Reading } from '../ops/context.ts';
import type { CloudAddress } from './aws-query.ts';
import { type Door, openDoor } from './door.ts';
import { describeRun } from './runs/describe-run.ts';
import { findRuns, withoutAddress } from './runs/find-runs.ts';
import { refreshEvery } from './runs/html.ts';
import { listPage, notFoundPage, searchPage } from './runs/list-page.ts';
import { openReading } from './runs/open-reading.ts';
import { runPage } from './runs/run-page.ts';
import { style } from './runs/style.ts';
import { unsentLately } from './runs/unsent.ts';
import { whyRunsFail } from './runs/why.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Nobody types as much to search for something. */
const longestSearch = 400;

const refreshing = (refreshes: boolean): Pick<Answer, 'headers'> =>
  refreshes ? { headers: { refresh: String(refreshEvery) } } : {};

async function search(reading: Reading, incoming: IncomingMessage): Promise<Answer> {
  const typed = new URLSearchParams(await text(incoming)).get('q')?.slice(0, longestSearch) ?? '';
  const wanted = await withoutAddress(reading, typed);
  if (wanted === '' && typed.trim() !== '') return { status: 200, body: searchPage(typed.trim()) };
  return { status: 303, body: '', headers: { location: wanted ? `/?q=${encodeURIComponent(wanted)}` : '/' } };
}

async function respond(reading: Reading, incoming: IncomingMessage): Promise<Answer> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const refreshes = !url.searchParams.has('still');
  if (url.pathname === '/search') {
    return incoming.method === 'POST' ? search(reading, incoming) : { status: 200, body: searchPage() };
  }
  if (url.pathname === '/style.css') return { status: 200, body: style, headers: { 'content-type': 'text/css' } };
  if (url.pathname === '/') {
    const wanted = await withoutAddress(reading, url.searchParams.get('q') ?? '');
    const rounds = await findRuns(reading, wanted);
    const [why, unsent] = await Promise.all([whyRunsFail(reading, rounds), unsentLately(reading, wanted, rounds)]);
    return {
      status: 200,
      body: listPage(rounds, { search: wanted, refreshes, why, unsent }),
      ...refreshing(refreshes),
    };
  }
  const arn = url.pathname === '/run' ? url.searchParams.get('arn') : null;
  const detail = arn === null ? undefined : await describeRun(reading, arn);
  if (!detail) return { status: 404, body: notFoundPage() };
  const moves = refreshes && detail.run.status === 'RUNNING';
  return { status: 200, body: runPage(detail, Date.now(), moves), ...refreshing(moves) };
}

const unreachable = z.object({ code: z.enum(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']) });
const isUnreachable = (error: unknown): boolean => unreachable.safeParse(error).success;

/**
 * What the Step Functions console shows on AWS and the local cloud lacks: the runs by what they are about, where each of
 * them stands, and why. Reads only, by AWS's own APIs; on 127.0.0.1.
 */
export function startRunsPage({
  port,
  cloud,
  stage,
}: {
  readonly port: number;
  readonly cloud: CloudAddress;
  readonly stage: string;
}): Promise<Door> {
  const reading = openReading(cloud, stage);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  };
  return openDoor({
    port,
    purpose: 'the page of runs',
    answer: (incoming, outgoing) =>
      respond(reading, incoming).then(
        ({ status, body, headers: own }) => void outgoing.writeHead(status, { ...headers, ...own }).end(body),
        (error: unknown) => {
          // Whatever else fails is told by the door.
          if (!isUnreachable(error)) throw error;
          outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The local cloud does not answer.');
        },
      ),
  });
}
