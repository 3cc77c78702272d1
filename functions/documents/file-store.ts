import { bucketCalls, textWithin } from '../shared/aws/bucket.ts';
import type { ResolvedClient } from '../shared/aws/signed-fetch.ts';
import { Fault } from '../shared/errors.ts';
import { sentName } from './file-name.ts';

/** One version of an object. */
export interface FileVersion {
  readonly versionId: string;
  readonly bytes: number;
  /** A mark that says that it was deleted, and no object. */
  readonly isMarker: boolean;
}

/** The bucket of documents: what a key has, and what of it goes. */
export interface FileStore {
  /** All versions of a key, the oldest first: it is the one that counts. */
  readonly versions: (id: string) => Promise<FileVersion[]>;
  readonly read: (
    id: string,
    versionId: string,
  ) => Promise<{ readonly content: Buffer; readonly sent: string } | undefined>;
  readonly remove: (id: string, versionId: string) => Promise<void>;
}

/** What the browser called a file, as the form has it sent along. */
export const nameField = 'x-amz-meta-name';

/** Versions of one key that are looked at in one call; a form that is good for half an hour is not sent so often. */
const mostVersions = '1000';

/** The bucket as S3 has it. */
export function fileStore(client: ResolvedClient, bucket: string): FileStore {
  const call = bucketCalls(client, bucket);
  const checked = (response: Response, doing: string): Response => {
    if (!response.ok) throw new Fault('FileStoreFailed', { doing, status: response.status });
    return response;
  };
  return {
    versions: async (id) => {
      const query = { versions: '', prefix: id, 'max-keys': mostVersions };
      const response = checked(await call({ method: 'GET', path: '/', query }), 'list');
      return versionsIn(await response.text(), id);
    },
    read: async (id, versionId) => {
      const response = await call({ method: 'GET', path: `/${id}`, query: { versionId } });
      if (response.status === 404) return undefined;
      checked(response, 'read');
      return {
        content: Buffer.from(await response.arrayBuffer()),
        sent: sentName(response.headers.get(nameField) ?? ''),
      };
    },
    remove: async (id, versionId) => {
      const response = await call({ method: 'DELETE', path: `/${id}`, query: { versionId } });
      if (response.status !== 404) checked(response, 'remove');
    },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html: of a key the newest comes first. */
const versionsIn = (xml: string, id: string): FileVersion[] =>
  [...xml.matchAll(/<(Version|DeleteMarker)>(.*?)<\/\1>/gsu)]
    .map(([, kind, version = '']) => ({
      key: textWithin(version, 'Key'),
      versionId: textWithin(version, 'VersionId'),
      bytes: Number(textWithin(version, 'Size')),
      isMarker: kind === 'DeleteMarker',
    }))
    .filter(({ key }) => key === id)
    .map(({ key: _key, ...version }) => version)
    .reverse();
