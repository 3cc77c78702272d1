import { settled } from '../requests/request.ts';
import { deliberated, type Exclusion, isShort } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type MemberAnswer, type OpenDeliberation, openDeliberation } from './open-deliberation.ts';
import { shortNotices } from './short-committee.ts';

type Reach = Pick<Dependencies, 'requests' | 'admissions' | 'people' | 'commit'>;

/** Takes a member out who says that they have a conflict, for this ranking of the round and for every later one. */
export async function declareCommitteeConflict(
  deps: Reach,
  answer: MemberAnswer,
  now: Instant,
): Promise<'declared' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const open = await openDeliberation(deps, answer);
    if (!open) return 'somebody-was-first';
    await excludeMember(deps, open, { by: answer.by, why: 'declared' }, now);
    return 'declared';
  }, tries.contested);
}

/** Closes what a member was asked, and tells the operators once too few are left to decide. */
export async function excludeMember(
  deps: Reach,
  { request, deliberation: was }: OpenDeliberation,
  { by, why }: { readonly by: string; readonly why: Exclusion['why'] },
  now: Instant,
): Promise<void> {
  const excluded = [...was.excluded, { member: by, why, at: now }];
  const short = isShort({ ...was, excluded }) && !was.toldShort;
  const next = deliberated(was, { excluded, toldShort: short ? now : was.toldShort });
  await deps.commit({
    changes: [
      deps.requests.save(settled(request, { outcome: 'CONFLICT', by, at: now }), request),
      deps.admissions.saveDeliberation(next, was),
    ],
    events: [
      {
        subject: request.subject,
        type: 'CommitteeMemberExcluded',
        by: `person:${by}`,
        at: now,
        data: { request: request.id, snapshot: was.snapshot, why },
      },
    ],
    outbox: short ? await shortNotices(deps, next) : [],
  });
}
