import type { CloudAddress } from './aws-query.ts';

/**
 * Turns on what the local cloud leaves out when it makes a bucket from a template: versions and Object Lock, with a
 * retention of a day. From then on it is enforced, until the cloud is started anew.
 */
export async function lockBucket({ endpoint }: CloudAddress, bucket: string): Promise<void> {
  const put = async (setting: string, body: string): Promise<void> => {
    const response = await fetch(`${endpoint}/${bucket}?${setting}`, { method: 'PUT', body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${setting} of ${bucket}: ${response.status} ${text}`);
  };
  await put('versioning', '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
  await put(
    'object-lock',
    '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>',
  );
}
