import { resumeWithNews } from '../requests/ask.ts';
import { revive } from '../runs/run.ts';
import { changedAdmission, roundSubject } from '../selection/admission.ts';
import type { Deliberation } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

/**
 * Lets the run of a round whose ranking is with the committee ask once more, if somebody has joined the committee who
 * was not asked, or somebody has left who was: the step asks the one, and ends what the other was asked.
 */
export async function tellCommitteeChanged(
  deps: Pick<Dependencies, 'admissions' | 'people' | 'commit'>,
  given: { readonly roundId: string; readonly by: string },
  now: Instant,
): Promise<boolean> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(given.roundId);
    if (was?.state !== 'WITH_COMMITTEE') return false;
    const deliberation = await deps.admissions.deliberation(given.roundId, was.snapshot);
    const members = new Set((await deps.people.withRole('committee')).map(({ id }) => id));
    if (deliberation?.state !== 'OPEN' || !hasChanged(deliberation, members)) return false;
    const news = resumeWithNews(was);
    const { revival, start } = revive('cohort-admission', was.roundId, was);
    await deps.commit({
      changes: [deps.admissions.save(changedAdmission(was, now, { ...news.change, ...revival }), was)],
      events: [
        {
          subject: roundSubject(was.roundId),
          type: 'CommitteeChanged',
          by: given.by,
          at: now,
          data: { snapshot: was.snapshot },
        },
      ],
      outbox: [...news.outbox, ...start],
    });
    return true;
  }, tries.contested);
}

function hasChanged({ asked, excluded, approvals }: Deliberation, members: ReadonlySet<string>): boolean {
  const among = (list: readonly { readonly member: string }[], id: string) => list.some(({ member }) => member === id);
  const joined = [...members].some((id) => !among(asked, id) && !among(excluded, id));
  const left = asked.some(({ member: id }) => !members.has(id) && !among(excluded, id) && !among(approvals, id));
  return joined || left;
}
