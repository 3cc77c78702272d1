import type { EventDraft } from '../shared/database/audit.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { EventType } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { type Checklist, listIn, requiredDone, subjectOf } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { type Cause, type FollowReach, followRequests } from './follow-requests.ts';

export type StoreReach = FollowReach & Pick<Dependencies, 'checklists' | 'checklistOwners' | 'commit'>;

const nothing: Parts = { changes: [], events: [], outbox: [] };

/** What happened to a list, for the audit: ids, and no words. */
export const listEvent = (
  list: Pick<Checklist, 'owner' | 'id'>,
  happened: {
    readonly type: EventType;
    readonly by: string;
    readonly at: Instant;
    readonly data?: Readonly<Record<string, string | number>>;
  },
): EventDraft => ({ subject: subjectOf(list), ...happened, data: { list: list.id, ...happened.data } });

/**
 * Stores the next revision of a list in one transaction with what follows from it: who is asked and told, and what its
 * owner does once it is filled.
 * @param more what else changes with it
 */
export async function storeList(
  deps: StoreReach,
  was: Checklist | undefined,
  next: Checklist,
  event: EventDraft,
  cause: Cause,
  more: Parts = nothing,
): Promise<Checklist> {
  const { list, ...requests } = await followRequests(deps, next, cause);
  const hasCompleted = was?.completedAt === undefined && list.completedAt !== undefined;
  const completed = listEvent(list, { type: 'ChecklistCompleted', by: event.by, at: event.at });
  const others = joinedParts([
    requests,
    { changes: [], events: hasCompleted ? [completed] : [], outbox: [] },
    more,
    ...(await followed(deps, was, list, hasCompleted, event.at)),
  ]);
  await deps.commit({
    changes: [deps.checklists.save(list, was), ...others.changes],
    events: [event, ...others.events],
    outbox: others.outbox,
  });
  return list;
}

/** What the owner does now that all that is required is settled, or everything. */
async function followed(
  { checklistOwners }: Pick<Dependencies, 'checklistOwners'>,
  was: Checklist | undefined,
  list: Checklist,
  hasCompleted: boolean,
  now: Instant,
): Promise<Parts[]> {
  const found = listIn(list.id);
  const filled = found && checklistOwners[found.kind]?.filled;
  if (!filled) return [];
  const requiredNow = requiredDone(list) && !(was && requiredDone(was));
  return [
    ...(requiredNow ? [await filled(found.of, list, 'required', now)] : []),
    ...(hasCompleted ? [await filled(found.of, list, 'all', now)] : []),
  ];
}
