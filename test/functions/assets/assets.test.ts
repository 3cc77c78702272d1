import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { passkeyScriptPath, scriptPath, stylesheetPath } from '../../../functions/assets/addresses.ts';
import { assets, handler } from '../../../functions/assets/assets.lambda.ts';
import { bytesOf } from '../../../functions/assets/assets.ts';
import { fontPaths } from '../../../functions/assets/fonts.ts';
import { stylesheet } from '../../../functions/assets/stylesheet.ts';

const call = (path: string, method = 'GET', headers: Record<string, string> = {}) => {
  const event: APIGatewayProxyEventV2 = {
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
  };
  return handler(event);
};

describe('the assets', () => {
  it('have names that change with their content', () => {
    for (const [path, asset] of assets) {
      expect(path).toContain(`.${createHash('sha256').update(bytesOf(asset)).digest('hex').slice(0, 12)}.`);
    }
  });

  it('are all that the style sheet names, and it names nothing from elsewhere', () => {
    const named = [...stylesheet.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => path);
    expect(named).toEqual([fontPaths.regular, fontPaths.bold]);
    expect(stylesheet).not.toMatch(/@import|url\((?!")/);
    const used = new Set([...stylesheet.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    const defined = new Set([...stylesheet.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
    expect([...used].toSorted()).toEqual([...defined].toSorted());
  });

  it.each([
    ['the script of all pages', scriptPath, 10_000],
    ['the one of passkeys', passkeyScriptPath, 2500],
  ])('have %s, which is small and runs nothing it was not given', async (_, path, most) => {
    const served = await call(path, 'GET', { 'accept-encoding': 'br' });
    expect(served.headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Encoding': 'br',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
    const bytes = brotliDecompressSync(Buffer.from(served.body ?? '', 'base64'));
    expect(bytes.length).toBeLessThanOrEqual(most);
    const script = bytes.toString();
    // Neither what the policy would have to allow nor what a browser of some years ago cannot read.
    expect(script).not.toMatch(/\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacent|\.write\(|fetch\(|\.style\b/u);
    expect(script).not.toMatch(/toWellFormed|\(\?<[=!]|\/[a-z]*v[a-z]*[.,;)]|\.at\(/u);
  });

  it('may be kept for ever', async () => {
    const font = await call(fontPaths.bold);
    expect(font).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=31536000, immutable' },
    });
    expect(
      Buffer.from(font.body ?? '', 'base64')
        .subarray(0, 4)
        .toString(),
    ).toBe('wOF2');
  });

  it('go out compressed to those that accept it', async () => {
    const plain = await call(stylesheetPath);
    const small = await call(stylesheetPath, 'GET', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(Buffer.from(plain.body ?? '', 'base64').toString()).toBe(stylesheet);
    expect(small.headers).toMatchObject({ 'Content-Encoding': 'br', Vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(Buffer.from(small.body ?? '', 'base64')).toString()).toBe(stylesheet);
    expect((await call(fontPaths.bold, 'GET', { 'accept-encoding': 'br' })).headers).not.toHaveProperty(
      'Content-Encoding',
    );
  });

  it('answer HEAD without a body, and everything else with nothing', async () => {
    expect(await call(stylesheetPath, 'HEAD')).toMatchObject({ statusCode: 200, body: '' });
    expect(await call(stylesheetPath, 'POST')).toMatchObject({ statusCode: 405 });
    for (const path of ['/assets/', '/assets/__proto__', '/assets/../package.json', '/assets/pages.css']) {
      expect(await call(path)).toMatchObject({ statusCode: 404, headers: { 'Cache-Control': 'no-store' } });
    }
  });
});
