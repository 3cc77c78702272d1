import { createScope } from '@smithy/signature-v4';
import { bucketPlace } from '../shared/aws/bucket.ts';
import { endpointOf, type ResolvedClient, signerFor } from '../shared/aws/signed-fetch.ts';
import type { Instant } from '../shared/time.ts';
import { attachment, percentEncoded } from './file-name.ts';
import { nameField } from './file-store.ts';
import { mostBytes } from './slot.ts';

/** A form that a browser posts straight to the bucket: the file goes last, into a field of the name `file`. */
export interface UploadForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What browsers are given for the bucket, each for one file and a short time. */
export interface SignedForms {
  /** Where such a form goes, for the policy of the page that has it. */
  readonly origin: () => Promise<string>;
  /** @param given.back where the browser goes afterwards, which says nothing of what has arrived */
  readonly upload: (
    given: { readonly id: string; readonly until: Instant; readonly back: string },
    now: Instant,
  ) => Promise<UploadForm>;
  readonly download: (
    given: { readonly id: string; readonly versionId: string; readonly name: string; readonly type: string },
    now: Instant,
  ) => Promise<string>;
}

/** How long the address of a download is good: as long as a browser takes to follow it. */
const downloadSeconds = 60;

/** `20270416T090000Z` */
const stampOf = (now: Instant): string => now.replace(/[-:]|\.\d+/gu, '');

/** Forms and addresses that are signed as whoever runs this, for what they may do themselves. */
export function signedForms(client: ResolvedClient, bucket: string): SignedForms {
  const place = async () => {
    const region = await client.config.region();
    const { base, root } = endpointOf(bucketPlace(bucket, region));
    return { region, base, path: `${root}/` };
  };
  const credentials = async () => {
    const { credentials: given } = client.config;
    return typeof given === 'function' ? given() : given;
  };
  return {
    origin: async () => (await place()).base.origin,
    upload: async ({ id, until, back }, now) => {
      const [{ region, base, path }, identity] = await Promise.all([place(), credentials()]);
      const { accessKeyId, sessionToken } = identity;
      const scope = createScope(stampOf(now).slice(0, 8), region, 's3');
      const exact = {
        key: id,
        success_action_redirect: back,
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        'x-amz-credential': `${accessKeyId}/${scope}`,
        'x-amz-date': stampOf(now),
        ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
      };
      const conditions = [
        { bucket },
        ...Object.entries(exact).map(([name, value]) => ({ [name]: value })),
        ['content-length-range', 1, mostBytes],
        ['starts-with', `$${nameField}`, ''],
      ];
      // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html: the policy itself is what is signed.
      const signer = signerFor('s3', { region, credentials: identity });
      const policy = Buffer.from(JSON.stringify({ expiration: until, conditions })).toString('base64');
      return {
        action: `${base.origin}${path}`,
        fields: {
          ...exact,
          // biome-ignore lint/suspicious/noTemplateCurlyInString: S3 puts the name of the file there
          [nameField]: '${filename}',
          policy,
          'x-amz-signature': await signer.sign(policy, { signingDate: new Date(now) }),
        },
      };
    },
    download: async ({ id, versionId, name, type }, now) => {
      const { region, base, path } = await place();
      const signer = signerFor('s3', { region, credentials: client.config.credentials });
      const { query = {} } = await signer.presign(
        {
          method: 'GET',
          protocol: base.protocol,
          hostname: base.hostname,
          path: `${path}${id}`,
          query: {
            versionId,
            'response-content-disposition': attachment(name),
            'response-content-type': type,
            'response-cache-control': 'no-store',
          },
          headers: { host: base.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
        },
        { expiresIn: downloadSeconds, signingDate: new Date(now) },
      );
      const search = Object.entries(query).map(
        ([key, value]) => `${percentEncoded(key)}=${percentEncoded(String(value))}`,
      );
      return `${base.origin}${path}${id}?${search.join('&')}`;
    },
  };
}
