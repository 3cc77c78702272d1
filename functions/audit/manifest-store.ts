import { createHash } from 'node:crypto';
import { bucketCalls, textWithin } from '../shared/aws/bucket.ts';
import type { ResolvedClient } from '../shared/aws/signed-fetch.ts';

/** The bucket of the manifests. Whatever is put over a file or marks it as deleted: its oldest version counts. */
export interface ManifestStore {
  /** Names with a beginning, in their order. */
  readonly list: (prefix: string) => Promise<string[]>;
  readonly read: (name: string) => Promise<string | undefined>;
  /** Puts a file that is not there yet; false if it is. */
  readonly create: (name: string, content: string) => Promise<boolean>;
}

export function manifestStore(client: ResolvedClient, bucket: string): ManifestStore {
  const call = bucketCalls(client, bucket);

  const oldest = async (prefix: string): Promise<Map<string, string>> => {
    const versions = new Map<string, string>();
    let marker: Record<string, string> = {};
    for (;;) {
      const response = await call({ method: 'GET', path: '/', query: { versions: '', prefix, ...marker } });
      const xml = await response.text();
      if (!response.ok) throw new StoreFault('list', response.status);
      // Of each name the newest version comes first.
      for (const [, version = ''] of xml.matchAll(/<Version>(.*?)<\/Version>/gsu)) {
        versions.set(textWithin(version, 'Key'), textWithin(version, 'VersionId'));
      }
      if (textWithin(xml, 'IsTruncated') !== 'true') return versions;
      marker = {
        'key-marker': textWithin(xml, 'NextKeyMarker'),
        'version-id-marker': textWithin(xml, 'NextVersionIdMarker'),
      };
    }
  };

  return {
    list: async (prefix) => [...(await oldest(prefix)).keys()].sort(),
    read: async (name) => {
      const versionId = (await oldest(name)).get(name);
      if (versionId === undefined) return undefined;
      const response = await call({ method: 'GET', path: `/${name}`, query: { versionId } });
      if (!response.ok) throw new StoreFault('read', response.status);
      return response.text();
    },
    create: async (name, body) => {
      const checksum = createHash('sha256').update(body).digest('base64');
      const response = await call({
        method: 'PUT',
        path: `/${name}`,
        body,
        headers: { 'if-none-match': '*', 'x-amz-checksum-sha256': checksum },
      });
      await response.text();
      if (response.status === 412) return false;
      if (!response.ok) throw new StoreFault('create', response.status);
      return true;
    },
  };
}

class StoreFault extends Error {
  override readonly name = 'StoreFault';
  constructor(what: string, status: number) {
    super(`${what} answered ${status}`);
  }
}
