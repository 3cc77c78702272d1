import { documentsErasing } from '../documents/erase-documents.ts';
import { cancelled } from '../requests/request.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import { type Checklist, withItems } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { documentsOwner } from './documents-owner.ts';
import type { Item } from './item.ts';
import { listEvent } from './store-list.ts';

/** Without what people typed; what was done, and when, stays. */
function erasedItem({ report, decided, label, replaces, ...item }: Item): Item {
  return {
    ...item,
    label: replaces === undefined ? label : { ko: '-', en: '-' },
    ...(replaces !== undefined && { replaces }),
    ...(report && { report: { by: report.by, at: report.at } }),
    ...(decided && { decided: { by: decided.by, at: decided.at, outcome: decided.outcome } }),
  };
}

function erasedList(was: Checklist, now: Instant): Checklist {
  const { underWay: _underWay, nextDueOn: _next, ...rest } = withItems(was, was.items.map(erasedItem), now);
  return { ...rest, erasedAt: now };
}

/**
 * What is erased with an owner: what people typed about the items of its lists, their documents, and requests that are
 * open still. Nothing can be done about an erased list any more. The lists come last, so that these may be committed in
 * parts: begun again, none that is erased is looked at.
 */
export async function checklistsErasing(
  deps: Pick<Dependencies, 'checklists' | 'documents' | 'requests'>,
  { owner, by }: { readonly owner: string; readonly by: string },
  now: Instant,
): Promise<Parts> {
  const lists = (await deps.checklists.of(owner)).filter(({ erasedAt }) => erasedAt === undefined);
  const asked = lists.flatMap(({ check, doers }) => [check, ...Object.values(doers).map(({ request }) => request)]);
  const open = await deps.requests.stillOpen(asked);
  const files = await Promise.all(
    lists.flatMap(({ id, doers }) =>
      Object.keys(doers).map((doer) => documentsErasing(deps, documentsOwner(id, doer), now)),
    ),
  );
  return {
    changes: [
      ...open.map((request) => deps.requests.save(cancelled(request, 'WITHDRAWN', by, now), request)),
      ...files.flat(),
      ...lists.map((was) => deps.checklists.save(erasedList(was, now), was)),
    ],
    events: lists.map((was) => listEvent(was, { type: 'ChecklistErased', by, at: now })),
    outbox: [],
  };
}
