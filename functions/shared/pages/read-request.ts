import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isLang, type Lang, langOf } from '../i18n.ts';
import type { Instant } from '../time.ts';
import { PageFault } from './problem.tsx';
import { type Form, type PageRequest, switchedTo } from './request.ts';

const largestBody = 5 * 1024 * 1024;
const fileType = /^multipart\/form-data\s*;/i;
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Lets a POST through only if it is a form of a bearable size that one of our own pages sent; with files, only where a
 * page takes them.
 * @throws PageFault 403, 413 or 415. Headers are in lower case.
 */
export function admitPost(
  event: APIGatewayProxyEventV2,
  ownOrigin: string,
  takesFiles: (path: string) => boolean = () => false,
): void {
  if (event.requestContext.http.method !== 'POST') return;
  if (!fromOwnPage(event.headers, ownOrigin)) throw new PageFault(403);
  const body = event.body ?? '';
  const bytes = event.isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
  if (bytes > largestBody) throw new PageFault(413);
  const type = event.headers['content-type'] ?? '';
  const hasFiles = fileType.test(type) && takesFiles(event.requestContext.http.path);
  if (!formType.test(type) && !hasFiles) throw new PageFault(415);
}

/** By Sec-Fetch-Site, which no page can forge; in older browsers by Origin, else by Referer. */
function fromOwnPage(headers: APIGatewayProxyEventV2['headers'], ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin ?? headers.referer;
  return from !== undefined && URL.canParse(from) && new URL(from).origin === ownOrigin;
}

/**
 * Local HTTP API events have the cookies in a header only. A name is what stands there, without the blanks of the header
 * (RFC 6265, 5.2) and no others: browsers take a no-break space before `__Host-` for another name, which any host below
 * ours may set.
 */
function cookiesOf(event: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const pairs = (event.cookies ?? [event.headers.cookie ?? '']).flatMap((line) => line.split(';'));
  return Object.fromEntries(
    pairs.flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[withoutBlanks(pair.slice(0, at)), decoded(withoutBlanks(pair.slice(at + 1)))]];
    }),
  );
}

const withoutBlanks = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/gu, '');

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
  upload: uploadOf(event),
  cookies: cookiesOf(event),
  lang: languageOf(event).lang,
  source: event.requestContext.http.sourceIp,
  now,
});

/** What was sent with files, as it came. */
function uploadOf({ headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): PageRequest['upload'] {
  const contentType = headers['content-type'] ?? '';
  if (!fileType.test(contentType)) return undefined;
  return { contentType, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}

/** A part that is not there is undefined, or null once the router has been at it. */
const defined = (
  values: Readonly<Record<string, string | undefined>> | null | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
