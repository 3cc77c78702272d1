import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { itemIn } from './checklist.ts';
import { countedFrom } from './list-from-template.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';

export type CountOutcome =
  | 'counted'
  /** It is counted from that day already. */
  | 'unchanged'
  | 'no-list';

/**
 * Counts a list from another day than it began with. Everybody who is asked for something and has other dates
 * by it is mailed them; what somebody reports who has the old ones open counts.
 */
export const countFromDay = (
  deps: StoreReach,
  given: { readonly owner: string; readonly name: string; readonly day: LocalDate; readonly by: string },
  now: Instant,
): Promise<CountOutcome> =>
  decideAgainOnConflict(async () => {
    const { owner, name, day, by } = given;
    const was = await deps.checklists.list(owner, name);
    if (!was || was.erasedAt) return 'no-list';
    if (was.day === day) return 'unchanged';
    const event = listEvent(was, { type: 'ChecklistMoved', by, at: now, data: { from: was.day, day } });
    const next = countedFrom(was, day, now);
    const moving = next.items.filter(({ id, dueOn }) => itemIn(was, id)?.dueOn !== dueOn).map(({ doer }) => doer);
    await storeList(deps, was, next, event, { by, now, moving });
    return 'counted';
  }, tries.contested);
