import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { changedResidency, firstOf, type Residency, residencyKind } from '../../../functions/residencies/residency.ts';
import { type Instant, seoulTime } from '../../../functions/shared/time.ts';
import { allotSpace } from '../../../functions/spaces/decide-space.ts';
import { Problem } from '../../problem.ts';
import { silently } from './admit.ts';

const by = 'operator:demo';

/**
 * Has a startup moved in long ago: its papers lie in the office, as of every startup that was in the Lab before this
 * software came.
 */
export async function movedInThen(deps: Dependencies, was: Residency, space: string, at: Instant): Promise<Residency> {
  const then = silently(deps);
  const { from, to } = firstOf(was);
  const holder = { kind: residencyKind, id: was.id };
  const decided = await allotSpace(deps.spaces, { space, holder, from, to, by }, at);
  if (decided.kind !== 'decided')
    throw new Problem(`The space ${space} of the demo could not be given: ${decided.kind}.`);
  const allotted = changedResidency(was, at, { documentsAcceptedAt: at });
  await then.commit({
    changes: [deps.residencies.save(allotted, was), ...decided.changes],
    events: [{ subject: was.id, type: 'OnboardingSpaceAllotted', by, at, data: { space } }, ...decided.events],
  });
  const begun = seoulTime(from, '00:00');
  const moved = changedResidency(allotted, begun, {}, 'begin');
  await then.commit({
    changes: [deps.residencies.save(moved, allotted)],
    events: [{ subject: was.id, type: 'ResidencyBegun', by, at: begun, data: { from } }],
  });
  return moved;
}
