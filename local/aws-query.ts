/** What a call needs to know of the cloud. */
export interface CloudAddress {
  readonly endpoint: string;
  readonly region: string;
  /** What the local cloud knows its own people by. */
  readonly key: CloudKey;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An AWS access key, as an SDK client takes it. */
export interface CloudKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The headers that name a service and who calls it; nobody checks the signature. */
export const calling = ({ key, region, headers }: CloudAddress, service: string): Record<string, string> => ({
  ...headers,
  authorization: `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

/**
 * A call of one of the services that speak XML (CloudFormation, IAM), as text. MiniStack checks no signatures, so that
 * the few calls made here need no further SDK client.
 * @throws Error with the service's own words when it refuses.
 */
export async function queryService(
  cloud: CloudAddress,
  service: 'cloudformation' | 'iam' | 'ses' | 'sts',
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: calling(cloud, service),
    body: new URLSearchParams(parameters),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${service} ${parameters.Action}: ${response.status} ${text}`);
  return text;
}

/** A call of one of the services that speak JSON. */
export async function jsonService(
  cloud: CloudAddress,
  service: 'states' | 'kms',
  target: string,
  input: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: {
      ...calling(cloud, service),
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${target}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** The texts of all elements of this name, in the order of the document, with the XML entities resolved. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => resolveEntities(text));

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const resolveEntities = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
