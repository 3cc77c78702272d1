import { brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Refused } from '../../../../functions/shared/errors.ts';
import { type PageRoute, pagesHandler } from '../../../../functions/shared/pages/handler.ts';
import { accessed, html, type PageRequest, seeOther } from '../../../../functions/shared/pages/request.ts';
import { toInstant } from '../../../../functions/shared/time.ts';

const base = 'http://localhost:8080';
const secret = '홍길동-canary';
let seen: PageRequest[] = [];
let lines: { level: string; message: string; extra: Record<string, unknown> }[] = [];
beforeEach(() => {
  seen = [];
  lines = [];
});

const show = async (request: PageRequest) => {
  seen.push(request);
  return html(<p>{request.lang}</p>);
};
const routes: PageRoute[] = [
  { method: 'GET', path: '/', page: show },
  { method: 'GET', path: '/r/{request}/{mac}', page: show },
  { method: 'POST', path: '/r/{request}/{mac}', page: async (request) => show(request).then(() => seeOther('/done')) },
  {
    method: 'GET',
    path: '/case/{mac}',
    page: async (request) =>
      accessed(await show(request), { account: 'kim-minji', of: 'A-27H1-7K3Q-9MX4', task: 'intake-decision' }),
  },
  { method: 'GET', path: '/long', page: async () => html(<p>{'long '.repeat(500)}</p>) },
  {
    method: 'GET',
    path: '/broken',
    page: async () => {
      throw new TypeError(`no ${secret}\n    at ${secret} (/x/y.ts:1:1)`, { cause: new RangeError(secret) });
    },
  },
  {
    method: 'GET',
    path: '/refused',
    page: async () => {
      throw new Refused('CLOSED', { ko: '끝났습니다', en: 'It is over' });
    },
  },
  {
    method: 'GET',
    path: '/conflict',
    page: async () => {
      throw new Conflict('somebody was first');
    },
  },
];

type Call = Partial<Omit<APIGatewayProxyEventV2, 'headers'>> & { method?: string; headers?: Record<string, string> };
const event = (path: string, { method = 'GET', headers = {}, ...rest }: Call): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers,
  isBase64Encoded: false,
  requestContext: {
    accountId: '1',
    apiId: 'a',
    domainName: 'd',
    domainPrefix: 'd',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'u' },
    requestId: 'r',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  ...rest,
});
const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'f',
  functionVersion: '1',
  invokedFunctionArn: 'arn',
  memoryLimitInMB: '128',
  awsRequestId: 'call-1',
  logGroupName: 'l',
  logStreamName: 'l',
  getRemainingTimeInMillis: () => 1000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
const note = (level: string) => (message: string, extra: Record<string, unknown>) => {
  lines.push({ level, message, extra });
};
const handlerAt = (baseUrl: string, showsFaults = false) =>
  pagesHandler(routes, {
    baseUrl,
    logger: { info: note('info'), error: note('error'), showsFaults },
    clock: () => toInstant(new Date('2027-01-29T09:00:00Z')),
  });
const call = (path: string, given: Call = {}, baseUrl = base) => handlerAt(baseUrl)(event(path, given), context);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const own = { ...form, 'sec-fetch-site': 'same-origin' };
const post = (body: string, headers: Record<string, string> = own, more: Call = {}) =>
  call('/r/q1/m1', { method: 'POST', headers, body, ...more });

describe('pages', () => {
  it('get the parts of the path, the query and the cookies of an HTTP API event, with or without its cookies array', async () => {
    await call('/r/q1/m1', { queryStringParameters: { a: 'b' }, headers: { Cookie: 'x=%EA%B0%80; lang=en; bad=%' } });
    await call('/', { cookies: ['x=1', 'y=2'] });
    expect(seen[0]).toMatchObject({
      method: 'GET',
      path: '/r/q1/m1',
      params: { request: 'q1', mac: 'm1' },
      query: { a: 'b' },
      cookies: { x: '가', lang: 'en', bad: '%' },
      lang: 'en',
      now: '2027-01-29T09:00:00.000Z',
    });
    expect(seen[1]?.cookies).toEqual({ x: '1', y: '2' });
  });

  it.each(['\u00a0', '\u2000', '\u3000', '\ufeff'])(
    'takes no cookie for one of another name: %j before it',
    async (blank) => {
      // To a browser such a name has no prefix, so that a host below ours may set it.
      const own = '__Host-desk=kim-minji.own';
      await call('/', { headers: { cookie: `${own}; ${blank}__Host-desk=kim-minji.planted` } });
      await call('/', { cookies: [own, `${blank}__Host-desk${blank}=kim-minji.planted`] });
      for (const { cookies } of seen) expect(cookies['__Host-desk']).toBe('kim-minji.own');
    },
  );

  it('go out compressed, HEAD with the headers of GET', async () => {
    const headers = { 'Accept-Encoding': 'br', 'Sec-Fetch-Site': 'same-origin' };
    const got = await call('/long', { headers });
    expect(got).toMatchObject({
      headers: { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' },
      isBase64Encoded: true,
    });
    expect(brotliDecompressSync(Buffer.from(got.body ?? '', 'base64')).toString()).toContain('<p>long');
    const head = await call('/long', { method: 'HEAD', headers });
    expect(head).toMatchObject({ headers: got.headers, body: '', isBase64Encoded: false });
  });

  it('answer HEAD like GET, without a body', async () => {
    const got = await call('/');
    const head = await call('/', { method: 'HEAD' });
    expect(head).toMatchObject({ statusCode: 200, body: '', headers: got.headers });
    expect(seen[1]?.method).toBe('GET');
  });

  it('read forms in the order in which they were sent, base64 or not, malformed or not', async () => {
    const body = 'a=1&b=%EA%B0%80+%2B&a=2&c=%E0%A4%A&__proto__=x&=y&d';
    await post(body);
    await post(Buffer.from(body).toString('base64'), own, { isBase64Encoded: true });
    for (const { form: read } of seen) {
      expect(read.get('a')).toEqual(['1', '2']);
      expect(read.get('b')).toEqual(['가 +']);
      expect(read.get('c')).toHaveLength(1);
      expect(read.get('__proto__')).toEqual(['x']);
      expect(read.get('nothing')).toBeUndefined();
    }
    expect(seen).toHaveLength(2);
  });

  it('take a POST from our own pages only', async () => {
    const allowed = [own, { ...form, origin: base }, { ...form, referer: `${base}/r/q1/m1` }];
    const refused = [
      form,
      { ...form, 'sec-fetch-site': 'cross-site', origin: base },
      { ...form, 'sec-fetch-site': 'same-site' },
      { ...form, origin: 'null' },
      { ...form, origin: 'http://localhost:8081' },
      { ...form, origin: 'http://evil.example', referer: base },
      { ...form, referer: `http://evil.example/?${base}` },
    ];
    for (const headers of allowed) expect((await post('a=1', headers)).statusCode).toBe(303);
    for (const headers of refused) expect((await post('a=1', headers)).statusCode).toBe(403);
    expect(seen).toHaveLength(allowed.length);
  });

  it('refuse what is too large or no form with a page', async () => {
    expect(await post(`a=${'x'.repeat(5 * 1024 * 1024)}`)).toMatchObject({ statusCode: 413 });
    expect(await post('{}', { ...own, 'content-type': 'application/json' })).toMatchObject({ statusCode: 415 });
    expect(await post('', { 'sec-fetch-site': 'same-origin' })).toMatchObject({ statusCode: 415 });
    expect(seen).toEqual([]);
  });

  it('are found only where they are, and only by their methods', async () => {
    expect(await call('/nowhere')).toMatchObject({ statusCode: 404 });
    expect(await call('/', { method: 'POST', headers: own, body: '' })).toMatchObject({
      statusCode: 405,
      headers: { Allow: 'GET, HEAD' },
    });
    expect(await call('/r/q1/m1', { method: 'DELETE' })).toMatchObject({ headers: { Allow: 'GET, HEAD, POST' } });
  });

  it('speak the language that was just chosen, then the kept one, then the browser’s, else Korean', async () => {
    const en = { 'Accept-Language': 'fr, en;q=0.8' };
    expect((await call('/')).body).toContain('ko');
    expect((await call('/', { headers: en })).body).toContain('en');
    expect((await call('/', { headers: { ...en, cookie: 'lang=ko' } })).body).toContain('ko');
    const asked = await call('/', { headers: { cookie: 'lang=ko' }, queryStringParameters: { lang: 'en' } });
    expect(asked.body).toContain('en');
    expect(asked.cookies).toEqual(['lang=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax']);
    const switched = await post('switch=en&name=x', own, { queryStringParameters: { lang: 'ko' } });
    expect(seen.at(-1)?.lang).toBe('en');
    expect(switched.cookies?.[0]).toContain('lang=en');
    expect((await call('/', { queryStringParameters: { lang: '<b>' } })).cookies).toEqual([]);
  });

  it('carry strict headers, and HSTS if they are served by https', async () => {
    for (const path of ['/', '/broken', '/nowhere']) {
      const { headers } = await call(path);
      expect(headers).toMatchObject({
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        'Referrer-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      expect(headers).not.toHaveProperty('Strict-Transport-Security');
    }
    const https = await call('/', { queryStringParameters: { lang: 'en' } }, 'https://academy.example.kr');
    expect(https.headers).toHaveProperty('Strict-Transport-Security');
    expect(https.cookies?.[0]).toContain('; Secure');
  });

  it('say in its own words what is refused, and that somebody was first', async () => {
    const refused = await call('/refused', { queryStringParameters: { lang: 'en' } });
    expect(refused).toMatchObject({ statusCode: 422 });
    expect(refused.body).toContain('It is over');
    expect(await call('/conflict')).toMatchObject({ statusCode: 409 });
  });

  it('become a page when they break, with one log line that holds nothing of what came in', async () => {
    const broken = await call('/broken', { queryStringParameters: { q: secret }, headers: { cookie: `c=${secret}` } });
    expect(broken).toMatchObject({ statusCode: 500 });
    expect(broken.body).not.toContain('canary');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'error',
      extra: { method: 'GET', route: '/broken', status: 500, request: 'call-1', error: 'TypeError < RangeError' },
    });
    expect(JSON.stringify(lines)).not.toContain('canary');
    expect(JSON.stringify(lines)).toContain('handler.test.tsx');
  });

  it('log what broke them in its own words if faults are shown, and never show it', async () => {
    const broken = await handlerAt(base, true)(event('/broken', {}), context);
    expect(broken.body).not.toContain('canary');
    expect(lines[0]?.extra.errorMessage).toContain('canary');
  });

  it('log the pattern of a route and never its path', async () => {
    await call('/r/q1/canary', { method: 'HEAD' });
    await call('/canary');
    expect(lines.map(({ extra }) => [extra.method, extra.route, extra.status])).toEqual([
      ['HEAD', '/r/{request}/{mac}', 200],
      ['GET', 'none', 404],
    ]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  it('that show somebody’s data to the staff leave a record: who, when, from where, whose, what for; and no link', async () => {
    await call('/case/canary');
    await call('/r/q1/canary');
    expect(lines.filter(({ message }) => message === 'access')).toEqual([
      {
        level: 'info',
        message: 'access',
        extra: {
          account: 'kim-minji',
          of: 'A-27H1-7K3Q-9MX4',
          task: 'intake-decision',
          method: 'GET',
          route: '/case/{mac}',
          status: 200,
          source: '127.0.0.1',
        },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });
});

describe('a redirect', () => {
  it('leads to a path of our own and nowhere else', () => {
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nSet-Cookie: x', '']) {
      expect(() => seeOther(path)).toThrow();
    }
    expect(seeOther('/r/a?b=c#d').headers).toMatchObject({ Location: '/r/a?b=c#d' });
  });
});
