import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from '../../../../functions/shared/pages/compress.ts';

const page = `<!doctype html><p>${'서울 핀테크 아카데미 '.repeat(200)}</p>`;
const html = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
const answer = (given: { readonly headers?: Record<string, string>; readonly body?: string } = {}) =>
  compressed(
    { headers: { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-site': 'same-origin', ...given.headers } },
    { statusCode: 200, headers: html, cookies: ['a=b'], body: given.body ?? page, isBase64Encoded: false },
  );
const bytesOf = ({ body = '' }: { body?: string }) => Buffer.from(body, 'base64');

describe('a page', () => {
  it('goes out by brotli, with all else that it has', () => {
    const sent = answer();
    expect(sent).toMatchObject({
      statusCode: 200,
      headers: { ...html, 'Content-Encoding': 'br', Vary: 'Accept-Encoding' },
      cookies: ['a=b'],
      isBase64Encoded: true,
    });
    expect(brotliDecompressSync(bytesOf(sent)).toString()).toBe(page);
    expect(sent.body?.length).toBeLessThan(page.length / 10);
  });

  it('goes out by gzip to whoever does not take brotli, and as it is to whoever takes neither', () => {
    for (const header of ['gzip, deflate', 'br;q=0, gzip', 'GZIP;q=0.5', 'br; q=0.000, gzip']) {
      const sent = answer({ headers: { 'accept-encoding': header } });
      expect(sent.headers).toMatchObject({ 'Content-Encoding': 'gzip' });
      expect(gunzipSync(bytesOf(sent)).toString()).toBe(page);
    }
    for (const header of ['', 'identity', 'gzip;q=0', 'brotli', 'x-gzip', 'zstd']) {
      const sent = answer({ headers: { 'accept-encoding': header } });
      expect(sent).toMatchObject({ headers: { ...html, Vary: 'Accept-Encoding' }, body: page, isBase64Encoded: false });
      expect(sent.headers).not.toHaveProperty('Content-Encoding');
    }
  });

  it('goes out as it is if another site’s page asked for it, so that its length tells nobody a secret', () => {
    for (const site of ['cross-site', 'same-site', '']) {
      expect(answer({ headers: { 'sec-fetch-site': site } })).toMatchObject({ body: page, isBase64Encoded: false });
    }
    expect(answer({ headers: { 'sec-fetch-site': 'none' } }).headers).toHaveProperty('Content-Encoding');
  });

  it('goes out as it is if it is short, or no text', () => {
    const short = answer({ body: '<p>끝났습니다</p>' });
    expect(short).toMatchObject({ body: '<p>끝났습니다</p>', isBase64Encoded: false });
    const event = { headers: { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' } };
    const file = (type: string, isBase64Encoded: boolean) => ({
      headers: { 'Content-Type': type },
      body: 'x'.repeat(9000),
      isBase64Encoded,
    });
    for (const one of [file('application/pdf', true), file('text/csv', true), file('application/json', false)]) {
      expect(compressed(event, one)).toBe(one);
    }
  });
});
