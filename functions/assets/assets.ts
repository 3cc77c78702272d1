import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accepts } from '../shared/accepts.ts';
import { once } from '../shared/once.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const fixed = { 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * Serves files whose names change with their content, so that browsers keep them for ever. Text goes out compressed to
 * those that accept it; fonts are compressed as they are.
 */
export function assetsHandler(assets: ReadonlyMap<string, Asset>) {
  const encoded = new Map(
    [...assets].map(([path, { type, bytes }]) => [
      path,
      {
        type,
        plain: once(() => Buffer.from(bytes).toString('base64')),
        brotli: type.startsWith('font/')
          ? undefined
          : once(() => process.getBuiltinModule('node:zlib').brotliCompressSync(bytes).toString('base64')),
      },
    ]),
  );
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { method, path } = event.requestContext.http;
    if (method !== 'GET' && method !== 'HEAD') return { statusCode: 405, headers: { ...fixed, Allow: 'GET, HEAD' } };
    const asset = encoded.get(path);
    if (!asset) return { statusCode: 404, headers: { ...fixed, 'Cache-Control': 'no-store' }, body: '' };
    const brotli = acceptsBrotli(event) ? asset.brotli?.() : undefined;
    return {
      statusCode: 200,
      headers: {
        ...fixed,
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(brotli && { 'Content-Encoding': 'br' }),
      },
      body: method === 'HEAD' ? '' : (brotli ?? asset.plain()),
      isBase64Encoded: method !== 'HEAD',
    };
  };
}

const acceptsBrotli = ({ headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'accept-encoding' && accepts(value, 'br'));
