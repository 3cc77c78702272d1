import type { LapsesOf } from '../requests/lapse.ts';
import { lapsed, type PersonRequest } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';
import { askedOf } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { doerOf } from './report-item.ts';
import { unanswered } from './reporting.ts';
import type { checklistsKinds } from './request-kinds.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';

/**
 * Whoever is asked has let the time pass, and is not of the staff or has nothing to do that is required: what was left
 * undone waits for the manager, unless it need not be done.
 */
export function checklistsLapses(deps: StoreReach & Pick<Dependencies, 'requests'>): LapsesOf<typeof checklistsKinds> {
  const unansweredBy = async (request: PersonRequest, now: Instant): Promise<void> => {
    const was = await deps.checklists.byId(request.context);
    const doer = was && doerOf(was, request);
    const change = deps.requests.save(lapsed(request, now), request);
    const by = 'system:clock';
    if (!was || doer === undefined || askedOf(was, doer).length === 0) {
      const { subject, id } = request;
      const data = { request: id };
      await deps.commit({
        changes: [change],
        events: [{ subject, type: 'ChecklistItemsUnanswered', by, at: now, data }],
      });
      return;
    }
    const data = { doer, items: askedOf(was, doer).length, request: request.id };
    const event = listEvent(was, { type: 'ChecklistItemsUnanswered', by, at: now, data });
    const lapse = { changes: [change], events: [], outbox: [] };
    await storeList(deps, was, unanswered(was, doer, now), event, { by, now, lapsing: doer }, lapse);
  };
  return { 'checklist-work': unansweredBy, 'checklist-party': unansweredBy };
}
