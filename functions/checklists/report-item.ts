import { isKept } from '../documents/document.ts';
import { assigneeId, type PersonRequest } from '../requests/request.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Checklist, itemIn } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { documentsOwner } from './documents-owner.ts';
import type { Item } from './item.ts';
import { type Report, reported, type Shown } from './reporting.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';

export type ReportOutcome =
  | 'reported'
  /** Something has happened to the item since, or the request is with somebody else or over. */
  | 'not-open'
  /** A document is wanted, and none is here. */
  | 'no-document';

/** The doer of a list whom a request asks; nothing for one that the list does not know any more. */
export const doerOf = ({ doers }: Pick<Checklist, 'doers'>, { id }: Pick<PersonRequest, 'id'>): string | undefined =>
  Object.entries(doers).find(([, { request }]) => request === id)?.[0];

/** Whoever has a request, as the audit calls them. */
export const holderIn = ({ assignee }: Pick<PersonRequest, 'assignee'>): string =>
  `${assignee.person === undefined ? 'party' : 'person'}:${assigneeId(assignee)}`;

/** Whether something was sent for an item that wants a document: it may still be looked through. */
export async function hasDocument(
  { documents }: Pick<Dependencies, 'documents'>,
  list: Pick<Checklist, 'id'>,
  { id, doer }: Pick<Item, 'id' | 'doer'>,
): Promise<boolean> {
  const slot = await documents.slot({ owner: documentsOwner(list.id, doer), slot: id });
  return slot?.files.some((file) => isKept(file) && file.state !== 'RETURNED') ?? false;
}

/**
 * Takes what whoever is asked says about an item: that it is done, or that it cannot be. Once they have said so of
 * everything, nothing is asked of them any more; the manager is asked to look.
 */
export async function reportItem(
  deps: StoreReach & Pick<Dependencies, 'documents'>,
  given: Shown & { readonly request: string; readonly generation: number; readonly report: Report },
  now: Instant,
): Promise<ReportOutcome> {
  return decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    if (request?.state !== 'OPEN' || request.generation !== given.generation) return 'not-open';
    const was = await deps.checklists.byId(request.context);
    const doer = was && doerOf(was, request);
    const item = was && itemIn(was, given.item);
    if (!was || was.erasedAt || doer === undefined || !item) return 'not-open';
    const { report } = given;
    const wantsDocument = report.outcome === 'DONE' && item.evidence === 'document';
    if (wantsDocument && !(await hasDocument(deps, was, item))) return 'no-document';
    const by = holderIn(request);
    const next = reported(was, given, report, { doer, by, now });
    if (!next) return 'not-open';
    const event = listEvent(was, {
      type: report.outcome === 'DONE' ? 'ChecklistItemDone' : 'ChecklistItemImpossible',
      by,
      at: now,
      data: { item: item.id, request: request.id },
    });
    const settledBy = request.assignee.person ?? by;
    await storeList(deps, was, next, event, { by: settledBy, now, reporting: doer });
    return 'reported';
  }, tries.contested);
}
