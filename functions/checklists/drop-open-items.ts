import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import { type Checklist, withItems } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { type FollowReach, followRequests } from './follow-requests.ts';
import { type Item, isToDo, movedItem } from './item.ts';
import { listEvent } from './store-list.ts';

/**
 * What goes into the transaction with which there is nothing more to do for an owner: what nobody has done by then is
 * dropped, and nobody is asked for it any more. What was done, and what its manager still looks at, stays.
 */
export async function dropOpenItems(
  deps: FollowReach & Pick<Dependencies, 'checklists'>,
  { owner, by }: { readonly owner: string; readonly by: string },
  now: Instant,
): Promise<Parts> {
  const lists = (await deps.checklists.of(owner)).filter(
    ({ erasedAt, items }) => erasedAt === undefined && items.some(isLeft),
  );
  return joinedParts(await Promise.all(lists.map((was) => dropped(deps, was, by, now))));
}

/** To be done, or said to be impossible. */
const isLeft = (item: Item): boolean => isToDo(item) || item.state === 'IMPOSSIBLE';

async function dropped(
  deps: FollowReach & Pick<Dependencies, 'checklists'>,
  was: Checklist,
  by: string,
  now: Instant,
): Promise<Parts> {
  const decided = { by, at: now, outcome: 'DROP' } as const;
  const items = was.items.map((item) => (isLeft(item) ? movedItem(item, 'drop', { decided }) : item));
  const { list, ...requests } = await followRequests(deps, withItems(was, items, now), { by, now });
  const happened = was.items
    .filter(isLeft)
    .map(({ id }) => listEvent(list, { type: 'ChecklistItemDropped', by, at: now, data: { item: id } }));
  return joinedParts([{ changes: [deps.checklists.save(list, was)], events: happened, outbox: [] }, requests]);
}
