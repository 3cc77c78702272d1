import { type ResolvedClient, signedFetch } from '../shared/aws/signed-fetch.ts';
import { Fault } from '../shared/errors.ts';
import type { FileStore } from './file-store.ts';
import { readCheckEvent } from './read-event.ts';

/** The test file that every scanner takes for a threat; in two parts, so that none takes this code for one. */
const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** What is said of a file, as GuardDuty says it. */
export interface ScanResult {
  readonly s3ObjectDetails: { readonly bucketName: string; readonly objectKey: string; readonly versionId: string };
  readonly scanResultDetails: { readonly scanResultStatus: 'NO_THREATS_FOUND' | 'THREATS_FOUND' };
}

/** Looks through the version of a new object that counts; nothing, if there is none any more. */
export async function scanHere(
  { files, bucket }: { readonly files: Pick<FileStore, 'versions' | 'read'>; readonly bucket: string },
  event: unknown,
): Promise<ScanResult | undefined> {
  const arrival = readCheckEvent(event);
  if (arrival.kind !== 'arrival') return undefined;
  const first = (await files.versions(arrival.id)).find(({ isMarker }) => !isMarker);
  const read = first && (await files.read(arrival.id, first.versionId));
  if (!read) return undefined;
  const isThreat = read.content.includes(testFile);
  return {
    s3ObjectDetails: { bucketName: bucket, objectKey: arrival.id, versionId: first.versionId },
    scanResultDetails: { scanResultStatus: isThreat ? 'THREATS_FOUND' : 'NO_THREATS_FOUND' },
  };
}

/** Says it on the account's bus. */
export async function sayScanResult(client: ResolvedClient, result: ScanResult): Promise<void> {
  const entry = {
    Source: 'local.scanner',
    DetailType: 'GuardDuty Malware Protection Object Scan Result',
    Detail: JSON.stringify(result),
  };
  const { ok, status } = await signedFetch(client, {
    service: 'events',
    host: `events.${await client.config.region()}.amazonaws.com`,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
    body: JSON.stringify({ Entries: [entry] }),
  });
  if (!ok) throw new Fault('ScanUnsaid', { status });
}
