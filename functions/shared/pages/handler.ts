import middy from '@middy/core';
import headerNormalizer from '@middy/http-header-normalizer';
import httpRouter from '@middy/http-router';
import urlencodeBodyParser from '@middy/http-urlencode-body-parser';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { Conflict, Refused } from '../errors.ts';
import type { Instant } from '../time.ts';
import { compressed } from './compress.ts';
import { describeFault } from './fault-record.ts';
import { faultPage, PageFault, refusedPage } from './problem.tsx';
import { admitPost, languageOf, readRequest } from './read-request.ts';
import { type Access, cookie, type PageRequest, type PageResponse } from './request.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';

export interface PageRoute {
  readonly method: 'GET' | 'POST';
  /** A pattern, for example `/r/{request}/{mac}`. */
  readonly path: string;
  /** Parts of the path that the log line names: random ids only. */
  readonly logs?: readonly string[];
  /** Its form may have files. */
  readonly takesFiles?: true;
  readonly page: (request: PageRequest) => Promise<PageResponse>;
}

/** What the pages need of a logger: Powertools' is one. */
interface PageLogger {
  /** Whether the messages of faults may be logged: only if nobody's data is real. */
  readonly showsFaults?: boolean;
  info(message: string, extra: Record<string, unknown>): void;
  error(message: string, extra: Record<string, unknown>): void;
}

interface PagesOptions {
  /** Where people reach us, for example `https://academy.example.kr`; a POST from anywhere else is refused. */
  readonly baseUrl: string;
  readonly logger: PageLogger;
  readonly clock: () => Instant;
}

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const noRoute = { route: 'none' };

/** How long the chosen language is remembered, in seconds. */
const yearOfSeconds = 365 * 24 * 60 * 60;

/**
 * Answers HTTP API calls with pages. It never throws: whatever happens becomes a page in the person's language and one
 * log line without personal data (the route's pattern, never the path, the query or the form). If somebody of the staff
 * has seen somebody's data, a second line is the record of it (docs/adr/0021).
 */
export function pagesHandler(
  routes: readonly PageRoute[],
  { baseUrl, logger, clock }: PagesOptions,
): (event: Event, context: Context) => Promise<Result> {
  const { origin, protocol } = new URL(baseUrl);
  const secure = protocol === 'https:';
  const withFiles = routes
    .filter((route) => route.takesFiles)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'));
  const takesFiles = (path: string): boolean => withFiles.some((route) => route.test(path));
  const matched = new WeakMap<Event, { readonly route: string }>();
  const faults = new WeakMap<Event, unknown>();
  const accesses = new WeakMap<Event, Access>();

  const answer = async (event: Event, page: () => PageResponse | Promise<PageResponse>): Promise<Result> => {
    const { chosen } = languageOf(event);
    const response = await page();
    const kept = chosen && cookie('lang', chosen, { maxAge: yearOfSeconds, secure });
    return {
      statusCode: response.status,
      headers: { ...response.headers, 'Content-Security-Policy': contentSecurityPolicy(response.formsTo) },
      cookies: [...(response.cookies ?? []), ...(kept ? [kept] : [])],
      body: response.body,
      isBase64Encoded: response.isBase64Encoded ?? false,
    };
  };

  const app = middy<Event, Result>()
    .use(securityHeaders({ https: secure }))
    .onError(async (request) => {
      const { event, error } = request;
      const { lang } = languageOf(event);
      if (error instanceof PageFault) {
        request.response = await answer(event, () => withHeaders(faultPage(lang, error.status), error.headers));
      } else if (error instanceof Refused) {
        request.response = await answer(event, () => refusedPage(lang, error.text));
      } else {
        faults.set(event, error);
        request.response = await answer(event, () => faultPage(lang, error instanceof Conflict ? 409 : 500));
      }
    })
    .use(headerNormalizer())
    .before(({ event }) => admitPost(event, origin, takesFiles))
    .use(urlencodeBodyParser<Event>({ disableContentTypeError: true }))
    .handler(
      httpRouter<Event, Result>({
        routes: everyMethod(routes).map(({ method, path, page, logs }) => ({
          method,
          path,
          handler: (event: Event) => {
            const named = logs.map((name): [string, string] => [name, event.pathParameters?.[name] ?? '']);
            matched.set(event, { route: path, ...Object.fromEntries(named) });
            return answer(event, async () => {
              const response = await page(readRequest(event, clock()));
              if (response.access) accesses.set(event, response.access);
              return response;
            });
          },
        })),
        notFoundResponse: () => {
          throw new PageFault(404);
        },
      }),
    );

  return async (received, context) => {
    const begun = performance.now();
    const { method } = received.requestContext.http;
    const event = asGet(received);
    const result = await app(event, context);
    const line = {
      method,
      ...(matched.get(event) ?? noRoute),
      status: result.statusCode,
      ms: Math.round(performance.now() - begun),
    };
    if (faults.has(event)) {
      const described = describeFault(faults.get(event), { message: logger.showsFaults ?? false });
      logger.error('page failed', { ...line, request: context.awsRequestId, ...described });
    } else {
      logger.info('page', line);
    }
    const access = accesses.get(event);
    if (access) {
      const { sourceIp } = received.requestContext.http;
      logger.info('access', { ...access, method, route: line.route, status: line.status, source: sourceIp });
    }
    const sent = compressed(event, result);
    return method === 'HEAD' ? { ...sent, body: '', isBase64Encoded: false } : sent;
  };
}

const withHeaders = (page: PageResponse, headers: Readonly<Record<string, string>>): PageResponse => ({
  ...page,
  headers: { ...page.headers, ...headers },
});

/** A copy in which a HEAD, as mail scanners send it, is a GET, and a missing body an empty one. */
const asGet = (event: Event): Event & { body: string } => {
  const { http } = event.requestContext;
  const method = http.method === 'HEAD' ? 'GET' : http.method;
  return {
    ...event,
    headers: event.headers ?? {},
    body: event.body ?? '',
    requestContext: { ...event.requestContext, http: { ...http, method } },
  };
};

/** Every route under every method: those that it has not say so with a 405. */
function everyMethod(routes: readonly PageRoute[]) {
  const known = Map.groupBy(routes, (route) => route.path);
  return [...known].flatMap(([path, own]) =>
    (['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).map((method) => ({
      method,
      path,
      page: own.find((route) => route.method === method)?.page ?? notAllowed(own),
      logs: own.find((route) => route.method === method)?.logs ?? [],
    })),
  );
}

const notAllowed = (own: readonly PageRoute[]) => async (): Promise<PageResponse> => {
  throw new PageFault(405, {
    Allow: own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '),
  });
};
