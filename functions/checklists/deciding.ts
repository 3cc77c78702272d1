import type { Instant, LocalDate } from '../shared/time.ts';
import { type Checklist, mostItems, withItem } from './checklist.ts';
import { type Item, type ItemMove, itemLifecycle, movedItem } from './item.ts';
import { soonest } from './list-from-template.ts';
import { itemShown, type Shown } from './reporting.ts';

/** What a manager decides about an item; whoever does it reads the words. */
export type Decision =
  | { readonly outcome: 'ACCEPT' }
  | { readonly outcome: 'RETURN'; readonly words: string; readonly dueOn?: LocalDate }
  | { readonly outcome: 'POSTPONE'; readonly words: string; readonly dueOn: LocalDate }
  | { readonly outcome: 'DROP'; readonly words: string }
  /** Something else takes its place, perhaps done by somebody else. */
  | {
      readonly outcome: 'SUBSTITUTE';
      readonly words: string;
      readonly label: string;
      readonly doer: string;
      readonly dueOn: LocalDate;
    };
export type DecisionOutcome = Decision['outcome'];

export const moveOf = {
  ACCEPT: 'accept',
  RETURN: 'return',
  POSTPONE: 'postpone',
  DROP: 'drop',
  SUBSTITUTE: 'substitute',
} as const satisfies Record<DecisionOutcome, ItemMove>;

const outcomes: readonly DecisionOutcome[] = ['ACCEPT', 'RETURN', 'POSTPONE', 'SUBSTITUTE', 'DROP'];

/** How long somebody has for what is returned to them, in business days. */
const daysForReturned = 3;

/** What can be decided about an item as it is. */
export const decidable = (
  { items }: Pick<Checklist, 'items'>,
  { state }: Pick<Item, 'state'>,
): readonly DecisionOutcome[] =>
  outcomes.filter(
    (outcome) =>
      itemLifecycle.next(state, moveOf[outcome]) !== undefined &&
      (outcome !== 'SUBSTITUTE' || items.length < mostItems),
  );

/** The first day to which something can be put off, or by which a substitute can be done. */
export const earliestDue = (now: Instant): LocalDate => soonest(now);

/** The day by which something returned is due, if nothing else is said. */
export const dueOfReturned = ({ dueOn }: Pick<Item, 'dueOn'>, now: Instant): LocalDate => {
  const least = soonest(now, daysForReturned);
  return dueOn > least ? dueOn : least;
};

/**
 * The list after a manager's decision; nothing, if something has happened to the item since they had it open, or the
 * decision is none for it: what is accepted, dropped or substituted stays so.
 */
export function decide(
  was: Checklist,
  shown: Shown,
  decision: Decision,
  { by, now }: { readonly by: string; readonly now: Instant },
): Checklist | undefined {
  const item = itemShown(was, shown);
  const { outcome } = decision;
  if (!item || !decidable(was, item).includes(outcome)) return undefined;
  const words = outcome === 'ACCEPT' ? undefined : decision.words;
  const decided = { by, at: now, outcome, ...(words !== undefined && { words }) };
  const next = movedItem(item, moveOf[outcome], { decided, ...newDue(item, decision, now) });
  if (outcome !== 'SUBSTITUTE') return withItem(was, next, now);
  if (!Object.hasOwn(was.doers, decision.doer)) return undefined;
  return withItem(was, next, now, [substituteOf(was, item, decision)]);
}

function newDue(item: Item, decision: Decision, now: Instant): Partial<Item> {
  if (decision.outcome === 'POSTPONE') return { dueOn: decision.dueOn };
  return decision.outcome === 'RETURN' ? { dueOn: decision.dueOn ?? dueOfReturned(item, now) } : {};
}

/** It is what the manager typed, in whatever language, and as much required as what it stands for. */
function substituteOf(
  { items }: Pick<Checklist, 'items'>,
  item: Item,
  { label, doer, dueOn }: Extract<Decision, { outcome: 'SUBSTITUTE' }>,
): Item {
  let number = items.length + 1;
  const idOf = () => `${item.id.slice(0, 32)}-${number}`;
  while (items.some(({ id }) => id === idOf())) number += 1;
  return {
    id: idOf(),
    kind: item.kind,
    label: { ko: label, en: label },
    doer,
    required: item.required,
    evidence: item.evidence,
    dueOn,
    state: 'OPEN',
    turn: 1,
    replaces: item.id,
  };
}
