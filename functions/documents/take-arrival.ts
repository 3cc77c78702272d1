import { decideAgainOnConflict } from '../shared/errors.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { isKept, type StoredFile } from './document.ts';
import { contentOf } from './file-content.ts';
import type { FileVersion } from './file-store.ts';
import { arrive, type Found, isGivenUp } from './sending.ts';
import { mostBytes } from './slot.ts';
import { checker, fileEvent, findFile, removeBut, tellRefused } from './store-file.ts';

type Needed = Pick<Dependencies, 'documents' | 'files' | 'commit' | 'keepers'>;

export type ArrivalOutcome =
  /** Nobody was asked for it: nothing of it is left. */
  | 'nobody'
  | 'nothing'
  | 'arrived'
  | 'refused'
  /** It was taken before: what came after it is gone. */
  | 'known';

/**
 * Looks at a key of the bucket: the first version counts, and is what it is by its content; what else there is goes. An
 * event says no more than that there is something to look at, so that it may come twice, late or never.
 */
export async function takeArrival(deps: Needed, id: string, now: Instant): Promise<ArrivalOutcome> {
  return decideAgainOnConflict(async () => {
    const [found, versions] = [await findFile(deps, id), await deps.files.versions(id)];
    if (!found) {
      await removeBut(deps, id, undefined, versions);
      return 'nobody';
    }
    const { slot: was, file } = found;
    if (file.state !== 'WAITING') {
      await removeBut(deps, id, isKept(file) ? file.versionId : undefined, versions);
      return 'known';
    }
    const first = versions.find(({ isMarker }) => !isMarker);
    const what = first && (await lookAt(deps, file, first, now));
    if (!what) return 'nothing';
    const { next, refusal } = arrive(was, file, what, now);
    const event = { by: checker, at: now };
    await deps.commit({
      changes: [deps.documents.save(next, was)],
      events: [
        fileEvent(was, file, { ...event, type: 'DocumentArrived' }),
        ...(refusal ? [fileEvent(was, file, { ...event, type: 'DocumentRefused', why: refusal })] : []),
      ],
      outbox: refusal ? await tellRefused(deps, next, file, now) : [],
    });
    await removeBut(deps, id, refusal ? undefined : first.versionId, versions);
    return refusal ? 'refused' : 'arrived';
  }, tries.contested);
}

/** What a version is. One that nobody could look at for long is looked at no more: it would be in the way for ever. */
async function lookAt(
  { files }: Needed,
  file: StoredFile,
  { versionId, bytes }: FileVersion,
  now: Instant,
): Promise<Found | undefined> {
  const known = { versionId, bytes, at: now };
  if (bytes > mostBytes || isGivenUp(file, now))
    return { ...known, sha256: '', sent: '', content: { kind: 'unreadable' } };
  const read = await files.read(file.id, versionId);
  if (!read) return undefined;
  const sha256 = sha256Hex(read.content);
  return { ...known, sha256, sent: read.sent, content: await contentOf(read.content) };
}
