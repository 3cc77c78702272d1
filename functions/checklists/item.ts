import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import type { Text } from '../shared/i18n.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { instantSchema, localDateSchema } from '../shared/time.ts';

export const itemStates = [
  'OPEN',
  /** Done, as whoever does it says. */
  'DONE',
  'RETURNED',
  /** It cannot be done, as whoever was to do it says. */
  'IMPOSSIBLE',
  'ACCEPTED',
  /** Another item stands in its place. */
  'SUBSTITUTED',
  'DROPPED',
] as const;
export type ItemState = (typeof itemStates)[number];

/** What may happen to one item. What was accepted, dropped or substituted stays so. */
export const itemLifecycle = lifecycle('Checklist items', itemStates, {
  done: { OPEN: 'DONE', RETURNED: 'DONE' },
  cannot: { OPEN: 'IMPOSSIBLE', RETURNED: 'IMPOSSIBLE' },
  accept: { DONE: 'ACCEPTED' },
  return: { DONE: 'RETURNED' },
  substitute: { OPEN: 'SUBSTITUTED', RETURNED: 'SUBSTITUTED', IMPOSSIBLE: 'SUBSTITUTED' },
  drop: { OPEN: 'DROPPED', RETURNED: 'DROPPED', IMPOSSIBLE: 'DROPPED' },
  postpone: { OPEN: 'OPEN', RETURNED: 'RETURNED', IMPOSSIBLE: 'OPEN' },
});
export type ItemMove = MoveOf<typeof itemLifecycle>;

/** What shows that an item is done: a remark, if there is one; words that are wanted; or a document. */
export const evidences = ['remark', 'words', 'document'] as const;
export type Evidence = (typeof evidences)[number];

const text: z.ZodType<Text> = z.object({ ko: z.string(), en: z.string() });

/** Also the slot of its document (`slotSchema`). */
export const itemIdPattern = /^[a-z](?:-?[a-z0-9]){0,35}$/u;

export const itemSchema = storedObject({
  id: z.string(),
  /** What sort of thing it is, whatever takes its place later: `keys`, `network`. */
  kind: z.string(),
  label: text,
  hint: text.optional(),
  /** Who does it, as the list calls them. */
  doer: z.string(),
  required: z.boolean(),
  evidence: z.enum(evidences),
  /** Whole won, told with the item: nothing is booked. */
  amount: z.number().int().positive().optional(),
  dueOn: localDateSchema,
  state: z.enum(itemStates),
  /** Raised by everything that happens to it but another date of the whole list: who has it open as it was before decides nothing. */
  turn: z.number().int().positive(),
  /** The item in whose place it stands. */
  replaces: z.string().optional(),
  /** What whoever does it has said last. */
  report: storedObject({
    by: z.string(),
    at: instantSchema,
    /** Personal data perhaps. */
    words: z.string().optional(),
  }).optional(),
  /** What the manager has decided last. */
  decided: storedObject({
    by: z.string(),
    at: instantSchema,
    outcome: z.enum(['ACCEPT', 'RETURN', 'SUBSTITUTE', 'DROP', 'POSTPONE']),
    /** To whoever does it; personal data perhaps. */
    words: z.string().optional(),
  }).optional(),
  /** Since when nobody is asked for it any more: whoever was has let the time pass. */
  unansweredSince: instantSchema.optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** Whether nothing is left to do about it. */
export const isSettled = ({ state }: Pick<Item, 'state'>): boolean =>
  state === 'ACCEPTED' || state === 'SUBSTITUTED' || state === 'DROPPED';

/** Whether it is still to be done, by somebody who is asked for it or was. */
export const isToDo = ({ state }: Pick<Item, 'state'>): boolean => state === 'OPEN' || state === 'RETURNED';

/** Whether whoever does it is asked for it. */
export const isAsked = (item: Pick<Item, 'state' | 'unansweredSince'>): boolean =>
  isToDo(item) && item.unansweredSince === undefined;

/**
 * Whether the manager has to decide: it was done, it cannot be done, or whoever was asked for something required has let
 * the time pass. What need not be done is left as it is then.
 */
export const awaitsDecision = (item: Pick<Item, 'required' | 'state' | 'unansweredSince'>): boolean =>
  item.state === 'DONE' ||
  item.state === 'IMPOSSIBLE' ||
  (isToDo(item) && item.required && item.unansweredSince !== undefined);

/** The item after a move, with what else changes. */
export function movedItem(item: Item, move: ItemMove, change: Partial<Item>): Item {
  const { unansweredSince: _asked, ...rest } = item;
  return { ...rest, ...change, state: itemLifecycle.moved(item.state, move), turn: item.turn + 1 };
}
