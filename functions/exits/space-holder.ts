import { resumeWithNews } from '../requests/ask.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { residencyKind } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { SpaceHolder, SpaceHolders } from '../spaces/holders.ts';
import { openExitIn } from './exit-events.ts';

type Reach = Pick<Dependencies, 'residencyEvents'>;

/** The run of an exit, which waits for it, looks once more when a return is confirmed. */
const startupInSpace = ({ residencyEvents }: Reach): SpaceHolder => ({
  returned: async (id, { space }, now) => {
    const was = openExitIn(await residencyEvents.of(id));
    if (!was) return { changes: [], events: [], outbox: [] };
    const { change, outbox } = resumeWithNews(was);
    return {
      changes: [residencyEvents.save(changedResidencyEvent(was, now, change), was)],
      events: [{ subject: was.id, type: 'ExitNews', by: 'system:exits', at: now, data: { space } }],
      outbox,
    };
  },
});

/** What it means for startups that they have returned a space. */
export const startupsInSpaces = (deps: Reach): SpaceHolders => ({ [residencyKind]: startupInSpace(deps) });
