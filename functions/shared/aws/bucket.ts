import { type ResolvedClient, type SignedRequest, signedFetch } from './signed-fetch.ts';

/** Where the calls of a bucket go. */
export const bucketPlace = (bucket: string, region: string) => ({
  host: `${bucket}.s3.${region}.amazonaws.com`,
  localPath: `/${bucket}`,
});

/** Calls S3 about one bucket. */
export const bucketCalls =
  (client: ResolvedClient, bucket: string) =>
  async (request: Omit<SignedRequest, 'service' | 'host' | 'localPath'>): Promise<Response> =>
    signedFetch(client, { service: 's3', ...bucketPlace(bucket, await client.config.region()), ...request });

/** What the first element of a name has in it, in what S3 answers; nothing is '' as well. */
export const textWithin = (xml: string, tag: string): string =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`, 'u').exec(xml)?.[1] ?? '';
