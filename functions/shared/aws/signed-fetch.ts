import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { Fault } from '../errors.ts';
import { sha256Hex } from '../sha256.ts';
import { answering } from './client-timeouts.ts';

type Credentials = ConstructorParameters<typeof SignatureV4>[0]['credentials'];
type SourceData = string | ArrayBuffer | ArrayBufferView;

/** What a client of the AWS SDK has resolved: where its calls go, and as whom. */
export interface ResolvedClient {
  readonly config: {
    readonly region: () => Promise<string>;
    readonly credentials: Credentials;
  };
}

export interface SignedRequest {
  readonly service: 'cloudformation' | 'events' | 'lambda' | 's3' | 'ses' | 'sts';
  /** Where it goes on AWS; everything goes to AWS_ENDPOINT_URL if that is set, then with `localPath`. */
  readonly host: string;
  readonly localPath?: string;
  readonly method: 'DELETE' | 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** SHA-256 as the signer wants it. */
class Sha256 {
  private readonly hash: Hash | Hmac;
  constructor(secret?: SourceData) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: SourceData): void {
    this.hash.update(bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }
  reset(): void {
    throw new Fault('HashUsedTwice');
  }
}

const bytesOf = (data: SourceData): Uint8Array => {
  if (typeof data === 'string') return Buffer.from(data);
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
};

/** Where a call goes, and below which path everything of it is there. */
export function endpointOf({ host, localPath = '' }: Pick<SignedRequest, 'host' | 'localPath'>): {
  readonly base: URL;
  readonly root: string;
} {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  return endpoint ? { base: new URL(endpoint), root: localPath } : { base: new URL(`https://${host}`), root: '' };
}

/** Signs as the SDK's clients do (SigV4). */
export const signerFor = (
  service: SignedRequest['service'],
  { region, credentials }: { readonly region: string; readonly credentials: Credentials },
): SignatureV4 => new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== 's3' });

/** A call of a service whose client is not among the dependencies, signed as theirs are. */
export async function signedFetch(client: ResolvedClient, request: SignedRequest): Promise<Response> {
  const { service, method, query = {}, body } = request;
  const { base, root } = endpointOf(request);
  const path = `${root}${request.path}`;
  const { region, credentials } = client.config;
  const signer = signerFor(service, { region: await region(), credentials });
  const appId = process.env.AWS_SDK_UA_APP_ID;
  const { headers } = await signer.sign({
    method,
    protocol: base.protocol,
    hostname: base.hostname,
    ...(base.port && { port: Number(base.port) }),
    path,
    query: { ...query },
    headers: { host: base.host, 'x-amz-content-sha256': sha256Hex(body ?? ''), ...request.headers },
    body,
  });
  const search = new URLSearchParams(query).toString();
  return fetch(`${base.origin}${path}${search && `?${search}`}`, {
    method,
    headers: { ...headers, 'user-agent': `seoul-fintech-academy${appId ? ` app/${appId}` : ''}` },
    body,
    signal: AbortSignal.timeout(answering.file),
  });
}
