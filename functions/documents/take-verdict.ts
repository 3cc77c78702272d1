import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { judge, type Verdict } from './sending.ts';
import { checker, fileEvent, findFile, removeBut, tellRefused } from './store-file.ts';
import { takeArrival } from './take-arrival.ts';

type Needed = Pick<Dependencies, 'documents' | 'files' | 'commit' | 'keepers'>;

export interface GivenVerdict {
  readonly id: string;
  /** Of which version; the local cloud does not say. */
  readonly versionId?: string;
  readonly verdict: Verdict | 'late';
}

/**
 * Takes what whoever looked through a file says of it. Only one verdict counts, and only on the version that does; it may
 * come before the event that tells of the file.
 */
export async function takeVerdict(deps: Needed, given: GivenVerdict, now: Instant): Promise<'taken' | 'nothing'> {
  const { id, versionId, verdict } = given;
  await takeArrival(deps, id, now);
  return decideAgainOnConflict(async () => {
    const found = await findFile(deps, id);
    if (found?.file.state !== 'ARRIVED') return 'nothing';
    const { slot: was, file } = found;
    if (versionId !== undefined && versionId !== file.versionId) return 'nothing';
    const isClean = verdict === 'clean';
    const next = judge(was, file, verdict, now);
    await deps.commit({
      changes: [deps.documents.save(next, was)],
      events: [
        fileEvent(was, file, {
          type: isClean ? 'DocumentCleared' : 'DocumentRefused',
          by: checker,
          at: now,
          ...(!isClean && { why: verdict }),
        }),
      ],
      outbox: isClean ? [] : await tellRefused(deps, next, file, now),
    });
    if (!isClean) await removeBut(deps, id, undefined, await deps.files.versions(id));
    return 'taken';
  }, tries.contested);
}
