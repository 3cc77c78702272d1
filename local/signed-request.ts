import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { CloudKey } from './aws-query.ts';

/** What is signed with AWS Signature Version 4 in a link or a form for S3. */
interface Scope {
  readonly accessKeyId: string;
  /** `20261128/ap-northeast-2/s3/aws4_request` */
  readonly scope: string;
  readonly signature: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function readScope(credential: string | null, signature: string | null): Scope | undefined {
  const [, accessKeyId, scope] = /^([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request)$/u.exec(credential ?? '') ?? [];
  return accessKeyId && scope && signature ? { accessKeyId, scope, signature } : undefined;
}

function isSigned({ accessKeyId, scope, signature }: Scope, toSign: string, keys: readonly CloudKey[]): boolean {
  const key = keys.find((known) => known.accessKeyId === accessKeyId);
  if (!key) return false;
  const signing = scope.split('/').reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${key.secretAccessKey}`);
  const [wanted, given] = [hmac(signing, toSign), Buffer.from(signature, 'hex')];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a URL was presigned for S3 by one of the keys, for this method, and is not yet out of date. */
export function isPresignedUrl(
  { method, url, headers }: { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders },
  keys: readonly CloudKey[],
  now: Date,
): boolean {
  const [path = '', search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  const scope = readScope(query.get('X-Amz-Credential'), query.get('X-Amz-Signature'));
  const date = query.get('X-Amz-Date') ?? '';
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(date) ?? [];
  if (!scope || !year) return false;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(now.getTime() <= signedAt + Number(query.get('X-Amz-Expires')) * 1000)) return false;
  query.delete('X-Amz-Signature');
  const canonicalQuery = [...query]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const signedHeaders = query.get('X-Amz-SignedHeaders') ?? '';
  const canonicalHeaders = signedHeaders.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const payload = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  const request = [method, path, canonicalQuery, canonicalHeaders.join(''), signedHeaders, payload].join('\n');
  const digest = createHash('sha256').update(request).digest('hex');
  return isSigned(scope, ['AWS4-HMAC-SHA256', date, scope.scope, digest].join('\n'), keys);
}

/** Whether a form has a policy that one of the keys signed; that the rest of it fits the policy is for S3 to tell. */
export async function isSignedForm(
  body: Buffer,
  contentType: string | undefined,
  keys: readonly CloudKey[],
): Promise<boolean> {
  if (!contentType?.startsWith('multipart/form-data')) return false;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => new FormData());
  const fields = new Map(
    [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
  const scope = readScope(fields.get('x-amz-credential') ?? null, fields.get('x-amz-signature') ?? null);
  const policy = fields.get('policy');
  return scope !== undefined && policy !== undefined && isSigned(scope, policy, keys);
}
