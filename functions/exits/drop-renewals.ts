import { cancelled } from '../requests/request.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import { joinedParts, type Parts } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'residencyEvents' | 'requests'>;

/** Nobody who leaves is asked any more whether they apply to stay. */
export const renewalsDropped = async (
  deps: Reach,
  events: readonly ResidencyEvent[],
  by: string,
  now: Instant,
): Promise<Parts> =>
  joinedParts(
    await Promise.all(
      events
        .filter(({ kind, state }) => kind === 'renewal' && state === 'OPEN')
        .map((event) => renewalDropped(deps, event, by, now)),
    ),
  );

async function renewalDropped(
  { residencyEvents, requests }: Reach,
  was: ResidencyEvent,
  by: string,
  now: Instant,
): Promise<Parts> {
  const open = await requests.stillOpen(await requests.ofSubject(was.id));
  return {
    changes: [
      residencyEvents.save(changedResidencyEvent(was, now, {}, 'drop'), was),
      ...open.map((request) => requests.save(cancelled(request, 'GONE', by, now), request)),
    ],
    events: [{ subject: was.id, type: 'RenewalDropped', by, at: now, data: { residency: was.residency } }],
    outbox: open.flatMap(({ callback }) => (callback ? [{ kind: 'resume' as const, callback }] : [])),
  };
}
