import type { ChecklistOwner, ChecklistOwners } from '../checklists/owners.ts';
import { type ListReach, residencyLists } from '../onboarding/checklist-owner.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { eventNews } from '../residencies/event-news.ts';
import { residencyOfEvent } from '../residencies/residency-event.ts';
import { exitKind } from './exit-events.ts';

type Reach = ListReach & Pick<Dependencies, 'residencyEvents'>;

/** The lists of exits: what is done when a startup leaves. Whoever is entitled to its other lists is to this one. */
function exitLists(deps: Reach): ChecklistOwner {
  const lists = residencyLists(deps);
  return {
    told: (id, now) => lists.told(residencyOfEvent(id), now),
    party: (id, doer) => lists.party(residencyOfEvent(id), doer),
    reads: (id, request) => lists.reads(residencyOfEvent(id), request),
    manages: (id, person) => lists.manages(residencyOfEvent(id), person),
    filled: async (id, list, what, now) => {
      const was = what === 'required' ? await deps.residencyEvents.get(id) : undefined;
      if (was?.state !== 'OPEN') return { changes: [], events: [], outbox: [] };
      return eventNews(deps, was, { type: 'ExitNews', by: 'system:exits', data: { list: list.id } }, now);
    },
  };
}

export const exitChecklists = (deps: Reach): ChecklistOwners => ({ [exitKind]: exitLists(deps) });
