import type { Dependencies } from '../residencies/dependencies.ts';
import { eventNews } from '../residencies/event-news.ts';
import { residencyKind } from '../residencies/residency.ts';
import type { SpaceHolder, SpaceHolders } from '../spaces/holders.ts';
import { openExitIn } from './exit-events.ts';

type Reach = Pick<Dependencies, 'residencyEvents'>;

/** The run of an exit, which waits for it, looks once more when a return is confirmed. */
const startupInSpace = ({ residencyEvents }: Reach): SpaceHolder => ({
  returned: async (id, { space }, now) => {
    const was = openExitIn(await residencyEvents.of(id));
    if (!was) return { changes: [], events: [], outbox: [] };
    return eventNews({ residencyEvents }, was, { type: 'ExitNews', by: 'system:exits', data: { space } }, now);
  },
});

/** What it means for startups that they have returned a space. */
export const startupsInSpaces = (deps: Reach): SpaceHolders => ({ [residencyKind]: startupInSpace(deps) });
