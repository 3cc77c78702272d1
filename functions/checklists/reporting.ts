import type { Instant } from '../shared/time.ts';
import { type Checklist, itemIn, withItem } from './checklist.ts';
import { type Item, isAsked, movedItem } from './item.ts';

/** What whoever does an item says about it. */
export type Report =
  | { readonly outcome: 'DONE'; readonly words?: string }
  /** And why. */
  | { readonly outcome: 'CANNOT'; readonly words: string };

/** The item as somebody has it open. */
export interface Shown {
  readonly item: string;
  readonly turn: number;
}

/** An item that is still as somebody has it open; nothing, if something has happened to it since. */
export function itemShown(list: Pick<Checklist, 'items'>, { item: id, turn }: Shown): Item | undefined {
  const item = itemIn(list, id);
  return item?.turn === turn ? item : undefined;
}

/** The list after a report of whoever is asked; nothing, if it is not theirs to report about, or not any more. */
export function reported(
  was: Checklist,
  shown: Shown,
  report: Report,
  { doer, by, now }: { readonly doer: string; readonly by: string; readonly now: Instant },
): Checklist | undefined {
  const item = itemShown(was, shown);
  if (!item || item.doer !== doer || !isAsked(item)) return undefined;
  const { outcome, words } = report;
  const said = { by, at: now, ...(words !== undefined && words !== '' && { words }) };
  return withItem(was, movedItem(item, outcome === 'DONE' ? 'done' : 'cannot', { report: said }), now);
}

/** The list once whoever was asked has let the time pass: what they had to do waits for the manager. */
export function unanswered(was: Checklist, doer: string, now: Instant): Checklist {
  const left = was.items.map((item): Item => {
    if (item.doer !== doer || !isAsked(item)) return item;
    return { ...item, unansweredSince: now, turn: item.turn + 1 };
  });
  return { ...was, revision: was.revision + 1, items: left };
}
