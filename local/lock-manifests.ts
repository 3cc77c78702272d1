import { localAccount, manifestsBucketName } from '../infra/stage.ts';
import { type CloudAddress, calling } from './aws-query.ts';

/**
 * Turns on what the local cloud leaves out when it makes the bucket of the manifests from a template: versions and
 * Object Lock, with a retention of a day. From then on it is enforced, until the cloud is started anew.
 */
export async function lockManifests(cloud: CloudAddress, stage: string): Promise<void> {
  const bucket = manifestsBucketName({ name: stage }, localAccount, cloud.region);
  const put = async (setting: string, body: string): Promise<void> => {
    const response = await fetch(`${cloud.endpoint}/${bucket}?${setting}`, {
      method: 'PUT',
      headers: calling(cloud, 's3'),
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${setting} of ${bucket}: ${response.status} ${text}`);
  };
  await put('versioning', '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
  await put(
    'object-lock',
    '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>',
  );
}
