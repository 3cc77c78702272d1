import { decide as decideFile, undecidedIn } from '../documents/deciding.ts';
import { acceptedIn } from '../documents/document.ts';
import { fileEvent } from '../documents/store-file.ts';
import type { Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { EventType } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { itemIn } from './checklist.ts';
import { type Decision, type DecisionOutcome, decide } from './deciding.ts';
import type { Dependencies } from './dependencies.ts';
import { documentsOwner } from './documents-owner.ts';
import type { Item } from './item.ts';
import type { Shown } from './reporting.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';

export type DecideOutcome =
  | 'decided'
  /** Something has happened to the item, or to its document, since it was shown. */
  | 'not-open'
  /** Its document is being looked through still, was not taken, or another one has come. */
  | 'no-document';

const eventOf = {
  ACCEPT: 'ChecklistItemAccepted',
  RETURN: 'ChecklistItemReturned',
  POSTPONE: 'ChecklistItemPostponed',
  SUBSTITUTE: 'ChecklistItemSubstituted',
  DROP: 'ChecklistItemDropped',
} as const satisfies Record<DecisionOutcome, EventType>;

/**
 * Decides about one item; the others stay as they are. The first decision counts, and only one on what was shown: with
 * an item its document is accepted or returned.
 */
export async function decideItem(
  deps: StoreReach & Pick<Dependencies, 'documents'>,
  given: Shown & {
    readonly list: string;
    /** The id of whoever decides. */
    readonly by: string;
    readonly decision: Decision;
    /** The document that was shown with the item. */
    readonly file?: string;
  },
  now: Instant,
): Promise<DecideOutcome> {
  return decideAgainOnConflict(async () => {
    const { by, decision } = given;
    const was = await deps.checklists.byId(given.list);
    const item = was && itemIn(was, given.item);
    if (!was || was.erasedAt || !item) return 'not-open';
    const next = decide(was, given, decision, { by: `person:${by}`, now });
    if (!next) return 'not-open';
    const file = await withFile(deps, was.id, item, given, now);
    if (file === 'no-document') return file;
    const { outcome } = decision;
    const doer = outcome === 'SUBSTITUTE' ? decision.doer : item.doer;
    const tells = outcome === 'DROP' || outcome === 'POSTPONE' || outcome === 'SUBSTITUTE';
    const event = listEvent(was, {
      type: eventOf[outcome],
      by: `person:${by}`,
      at: now,
      data: {
        item: item.id,
        ...('dueOn' in decision && decision.dueOn !== undefined && { due: decision.dueOn }),
        ...(outcome === 'SUBSTITUTE' && { doer }),
      },
    });
    const cause = {
      by,
      now,
      ...((outcome === 'RETURN' || outcome === 'SUBSTITUTE') && { asking: doer }),
      ...(tells && { telling: { doer: item.doer, item: item.id } }),
    };
    await storeList(deps, was, next, event, cause, file);
    return 'decided';
  }, tries.contested);
}

const nothing: Parts = { changes: [], events: [], outbox: [] };

/** What becomes of the document of an item that is accepted or returned. */
async function withFile(
  { documents }: Pick<Dependencies, 'documents'>,
  list: string,
  item: Item,
  given: { readonly decision: Decision; readonly file?: string; readonly by: string },
  now: Instant,
): Promise<Parts | 'no-document'> {
  const { decision, by } = given;
  const { outcome } = decision;
  if (item.evidence !== 'document' || (outcome !== 'ACCEPT' && outcome !== 'RETURN')) return nothing;
  const slot = await documents.slot({ owner: documentsOwner(list, item.doer), slot: item.id });
  const accepted = slot && acceptedIn(slot.files);
  if (accepted) return nothing;
  const file = slot && undecidedIn(slot.files);
  if (outcome === 'ACCEPT' && file?.id !== given.file) return 'no-document';
  if (!slot || !file) return outcome === 'ACCEPT' ? 'no-document' : nothing;
  const decided =
    outcome === 'ACCEPT' ? ({ outcome } as const) : ({ outcome, reason: 'other', words: decision.words } as const);
  const next = decideFile(slot, file.id, decided, { by, now });
  if (!next) return 'no-document';
  const type = outcome === 'ACCEPT' ? 'DocumentAccepted' : 'DocumentReturned';
  return {
    changes: [documents.save(next, slot)],
    events: [fileEvent(slot, file, { type, by: `person:${by}`, at: now })],
    outbox: [],
  };
}
