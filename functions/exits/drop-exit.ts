import { checklistsErasing } from '../checklists/erase-checklists.ts';
import { resumeWithNews } from '../requests/ask.ts';
import type { Extending } from '../residencies/extending.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { exitOwner, openExitIn } from './exit-events.ts';

type Reach = Pick<Dependencies, 'checklists' | 'documents' | 'requests' | 'residencyEvents'>;

interface Dropping {
  readonly by: string;
  readonly now: Instant;
}

/** Takes the list of an exit back: nobody is asked for anything of it any more. */
export const withdrawExitList = (deps: Reach, event: string, { by, now }: Dropping): Promise<Parts> =>
  checklistsErasing(deps, { owner: exitOwner(event), by }, now);

/** Drops an exit that is under way, with its list; the startup is told, if it was told of the exit. */
export async function exitDropped(deps: Reach, was: ResidencyEvent, dropping: Dropping): Promise<Parts> {
  const { by, now } = dropping;
  const { change, outbox } = resumeWithNews(was);
  const dropped: Parts = {
    changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, change, 'drop'), was)],
    events: [{ subject: was.id, type: 'ExitDropped', by, at: now, data: { residency: was.residency } }],
    outbox: [
      ...outbox,
      ...(was.exitToldAt
        ? [
            {
              kind: 'mail' as const,
              template: 'exit-dropped' as const,
              to: { applicant: was.residency },
              ids: { event: was.id },
            },
          ]
        : []),
    ],
  };
  return joinedParts([dropped, await withdrawExitList(deps, was.id, dropping)]);
}

/** A startup whose next contract comes into force does not leave: its exit is dropped in the same transaction. */
export const dropExit =
  (deps: Reach): Extending =>
  async ({ id }, extending) => {
    const open = openExitIn(await deps.residencyEvents.of(id));
    return open ? exitDropped(deps, open, extending) : { changes: [], events: [], outbox: [] };
  };
