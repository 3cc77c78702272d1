import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isLang, type Lang, langOf } from '../i18n.ts';
import type { Instant } from '../time.ts';
import { PageFault } from './problem.tsx';
import { type Form, type PageRequest, switchedTo } from './request.ts';

const largestBody = 5 * 1024 * 1024;
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Lets a POST through only if it is a form of a bearable size that one of our own pages sent.
 * @throws PageFault 403, 413 or 415. Headers are in lower case.
 */
export function admitPost(event: APIGatewayProxyEventV2, ownOrigin: string): void {
  if (event.requestContext.http.method !== 'POST') return;
  if (!fromOwnPage(event.headers, ownOrigin)) throw new PageFault(403);
  const body = event.body ?? '';
  const bytes = event.isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
  if (bytes > largestBody) throw new PageFault(413);
  if (!formType.test(event.headers['content-type'] ?? '')) throw new PageFault(415);
}

/** By Sec-Fetch-Site, which no page can forge; in older browsers by Origin, else by Referer. */
function fromOwnPage(headers: APIGatewayProxyEventV2['headers'], ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin ?? headers.referer;
  return from !== undefined && URL.canParse(from) && new URL(from).origin === ownOrigin;
}

/** Local HTTP API events have the cookies in a header only. */
function cookiesOf(event: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const pairs = (event.cookies ?? [event.headers.cookie ?? '']).flatMap((line) => line.split(';'));
  return Object.fromEntries(
    pairs.flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())]];
    }),
  );
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** The body after middy's parser: a field that came once is a string, a repeated one an array. */
function formOf(body: unknown): Form {
  if (typeof body !== 'object' || body === null) return new Map();
  return new Map(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string'),
    ]),
  );
}

/** What the person chose just now, if anything, and what to talk to them in. */
export function languageOf(event: APIGatewayProxyEventV2): { readonly chosen?: Lang; readonly lang: Lang } {
  const asked = event.queryStringParameters?.lang;
  const chosen = switchedTo(formOf(event.body)) ?? (isLang(asked) ? asked : undefined);
  const kept = cookiesOf(event).lang;
  return { chosen, lang: chosen ?? (isLang(kept) ? kept : langOf(event.headers['accept-language'])) };
}

export const readRequest = (event: APIGatewayProxyEventV2, now: Instant): PageRequest => ({
  method: event.requestContext.http.method === 'POST' ? 'POST' : 'GET',
  path: event.requestContext.http.path,
  params: defined(event.pathParameters),
  query: defined(event.queryStringParameters),
  form: formOf(event.body),
  cookies: cookiesOf(event),
  lang: languageOf(event).lang,
  source: event.requestContext.http.sourceIp,
  now,
});

/** A part that is not there is undefined, or null once the router has been at it. */
const defined = (
  values: Readonly<Record<string, string | undefined>> | null | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
