import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accepts } from './accepts.ts';

export interface Asset {
  readonly type: string;
  readonly content: string;
  /** What is no text is carried in base64, as it is answered: a start decodes nothing. */
  readonly isBase64?: true;
}

export const bytesOf = ({ content, isBase64 }: Asset): Buffer => Buffer.from(content, isBase64 ? 'base64' : 'utf8');

const fixed = { 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * Serves files whose names change with their content, so that browsers keep them for ever. Text goes out compressed to
 * those that accept it; fonts are compressed as they are.
 */
export function assetsHandler(assets: ReadonlyMap<string, Asset>) {
  // Made when it is first asked for: a start waits for neither.
  const made = new Map<string, string>();
  const kept = (name: string, make: () => string): string => {
    const body = made.get(name) ?? make();
    made.set(name, body);
    return body;
  };
  const plain = (path: string, asset: Asset): string =>
    asset.isBase64 ? asset.content : kept(path, () => bytesOf(asset).toString('base64'));
  const packed = (path: string, asset: Asset): string =>
    kept(`${path} br`, () =>
      process.getBuiltinModule('node:zlib').brotliCompressSync(bytesOf(asset)).toString('base64'),
    );
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { method, path } = event.requestContext.http;
    if (method !== 'GET' && method !== 'HEAD') return { statusCode: 405, headers: { ...fixed, Allow: 'GET, HEAD' } };
    const asset = assets.get(path);
    if (!asset) return { statusCode: 404, headers: { ...fixed, 'Cache-Control': 'no-store' }, body: '' };
    const brotli = acceptsBrotli(event) && !asset.type.startsWith('font/') ? packed(path, asset) : undefined;
    return {
      statusCode: 200,
      headers: {
        ...fixed,
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(brotli && { 'Content-Encoding': 'br' }),
      },
      body: method === 'HEAD' ? '' : (brotli ?? plain(path, asset)),
      isBase64Encoded: method !== 'HEAD',
    };
  };
}

const acceptsBrotli = ({ headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'accept-encoding' && accepts(value, 'br'));
