import type { LapsesOf } from '../requests/lapse.ts';
import { lapsed } from '../requests/request.ts';
import { askedOf } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { doerOf } from './report-item.ts';
import { unanswered } from './reporting.ts';
import type { checklistsKinds } from './request-kinds.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';

/** Whoever is asked and is not of the staff has let the time pass: what was left undone waits for the manager. */
export const checklistsLapses = (
  deps: StoreReach & Pick<Dependencies, 'requests'>,
): LapsesOf<typeof checklistsKinds> => ({
  'checklist-party': async (request, now) => {
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
  },
});
