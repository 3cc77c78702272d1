import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accepts } from '../../assets/accepts.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** In characters: what is shorter fits into one packet anyway. */
const worthIt = 1400;

/**
 * The answer as the browser takes it: by brotli or gzip if it is text and long enough, for an HTTP API compresses
 * nothing by itself. Headers of the event are in lower case.
 *
 * The length of a compressed page says whether what is in it twice is alike, so that somebody who sees lengths and has
 * pages opened with guesses in them finds a secret of theirs, such as a link (BREACH, https://www.breachattack.com).
 * Guesses come by another site's page that sends somebody to an address of ours; so only what our own pages, or nobody
 * but the person, asked for is compressed, by Sec-Fetch-Site, which no page can forge. A page opened from a web mailer
 * goes out as it is, and what it leads to is compressed. The guesses that are left are words which applicants store and
 * somebody else reads: one for each time that both act, of a MAC with 43 characters.
 */
export function compressed({ headers }: Pick<Event, 'headers'>, result: Result): Result {
  const { body = '', isBase64Encoded } = result;
  if (isBase64Encoded || body.length < worthIt || !isText(result)) return result;
  const varied = { ...result, headers: { ...result.headers, Vary: 'Accept-Encoding' } };
  const coding = (['br', 'gzip'] as const).find((one) => accepts(headers['accept-encoding'], one));
  if (!coding || !isOwn(headers['sec-fetch-site'])) return varied;
  return {
    ...varied,
    headers: { ...varied.headers, 'Content-Encoding': coding },
    body: packed(body, coding).toString('base64'),
    isBase64Encoded: true,
  };
}

/** zlib is fetched by whoever has something to compress, and not by each start. */
function packed(body: string, coding: 'br' | 'gzip'): Buffer {
  const { brotliCompressSync, constants, gzipSync } = process.getBuiltinModule('node:zlib');
  if (coding === 'gzip') return gzipSync(body);
  const size = Buffer.byteLength(body);
  // The best quality takes thirty times as long for a tenth less.
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: size },
  });
}

const isText = ({ headers }: Result): boolean => String(headers?.['Content-Type']).startsWith('text/');

const isOwn = (site: string | undefined): boolean => site === 'same-origin' || site === 'none';
