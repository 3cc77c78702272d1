import { resumeWithNews } from '../requests/ask.ts';
import { cancelled } from '../requests/request.ts';
import { joinedParts, type Parts } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { Ending } from './ending.ts';
import { changedResidencyEvent, type ResidencyEvent } from './residency-event.ts';

type Reach = Pick<Dependencies, 'residencyEvents' | 'requests'>;

/** Drops an event that is open: whatever it asks for is not needed any more, and its run ends. */
export async function eventDropped(
  { residencyEvents, requests }: Reach,
  was: ResidencyEvent,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Parts> {
  const { change, outbox } = resumeWithNews(was);
  // What is signed is taken back by the run, with the agreement.
  const isAsked = was.kind === 'report' || was.kind === 'renewal';
  const open = isAsked ? await requests.stillOpen(await requests.ofSubject(was.id)) : [];
  return {
    changes: [
      residencyEvents.save(changedResidencyEvent(was, now, change, 'drop'), was),
      ...open.map((request) => requests.save(cancelled(request, 'GONE', by, now), request)),
    ],
    events: [
      {
        subject: was.id,
        type: 'ResidencyEventDropped',
        by,
        at: now,
        data: { kind: was.kind, residency: was.residency },
      },
    ],
    outbox: [...outbox, ...open.flatMap(({ callback }) => (callback ? [{ kind: 'resume' as const, callback }] : []))],
  };
}

/** With a residency everything ends that is open in it, but the exit that ends it. */
export const eventsEnding =
  (deps: Reach): Ending =>
  async ({ id }, ending) => {
    const open = (await deps.residencyEvents.of(id)).filter(({ state, kind }) => state === 'OPEN' && kind !== 'exit');
    return joinedParts(await Promise.all(open.map((event) => eventDropped(deps, event, ending))));
  };
