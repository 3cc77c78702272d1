import type { IncomingHttpHeaders } from 'node:http';

/** A call of an AWS service, as far as the wire tells without the service's model. */
export interface AwsCall {
  /** The signing name: `dynamodb`, `states`, `ses`, `kms`, `lambda` … */
  readonly service: string;
  /** The API's name of the operation; for services that speak REST the method and path, `POST /schedules/x`. */
  readonly operation: string;
  /** The Lambda function that makes it; undefined for tests, deploys and commands. */
  readonly functionName: string | undefined;
  readonly accessKey: string;
  /** The body as it was sent; empty if it is a file for a bucket. */
  readonly body: string;
  /** The body's JSON, or the fields of a form. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Of services that speak REST: S3 tells operations apart by it. */
  readonly query: Readonly<Record<string, string>>;
}

export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const credentialPattern = /Credential=([^/,\s]+)\/\d+\/[^/]*\/([^/]+)\/aws4_request/;

/** The service and the access key of an AWS call, from its headers or its presigned address alone. */
export function calledService(
  url: string,
  headers: IncomingHttpHeaders,
): { readonly service: string; readonly accessKey: string } | undefined {
  const [, accessKey, service] = credentialPattern.exec(headers.authorization ?? presignedCredential(url)) ?? [];
  return accessKey && service ? { service, accessKey } : undefined;
}

const presignedCredential = (url: string): string =>
  `Credential=${new URL(url, 'http://localhost').searchParams.get('X-Amz-Credential') ?? ''}`;

/** The AWS call in a request; undefined for everything else, such as a page of the HTTP API or MiniStack's own paths. */
export function readCall({ method, url, headers, body }: WireRequest): AwsCall | undefined {
  const target = headers['x-amz-target'];
  const called = calledService(url, headers);
  if (!called) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  // What names its target speaks JSON, whose text would take long to be read as a form.
  const form = new URLSearchParams(typeof target === 'string' ? '' : body);
  const operation =
    typeof target === 'string'
      ? target.split('.').at(-1)
      : (form.get('Action') ?? `${method} ${decodeURIComponent(pathname)}`);
  return {
    ...called,
    operation: operation ?? '',
    // Powertools tags also processes that are no Lambda, such as a test: `app/PT-NO-OP-2.36.0`.
    functionName: / app\/(?!PT-)([^/\s]+?)(?:[-/]PTEnv\S*)?(?:\s|$)/.exec(` ${headers['user-agent'] ?? ''}`)?.[1],
    body,
    input: form.has('Action') ? Object.fromEntries(form) : parsed(body),
    query: Object.fromEntries(searchParams),
  };
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  // An error of JSON takes longer than most calls.
  if (!body.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(body);
    return value && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}
