import { addDays, type LocalDate } from '../shared/time.ts';
import { type Holder, type Holding, holdingIn, isSameHolder, type Space } from './space.ts';
import { type Obstacle, obstacleTo, type Period, staysOf } from './stays.ts';

/** A space after what was decided, and the holding that it was about. */
export interface Changed {
  readonly kind: 'changed';
  readonly space: Space;
  readonly holding: Holding;
}

/** It was decided like this before, by a try that was not answered, say. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly holding: Holding;
}

/** Somebody else has it, or it is not there. */
export interface Taken {
  readonly kind: 'taken';
  readonly obstacle: Obstacle;
}

export type Refusal =
  /** The space has no such holding any more. */
  | { readonly kind: 'no-holding' }
  /** The last day lies before the first. */
  | { readonly kind: 'period-reversed' }
  /** The contract is over. */
  | { readonly kind: 'over'; readonly to: LocalDate }
  /** The contract has begun: it can be ended and not be taken back. */
  | { readonly kind: 'begun'; readonly from: LocalDate }
  | { readonly kind: 'before-begin'; readonly from: LocalDate }
  | { readonly kind: 'after-end'; readonly to: LocalDate }
  /** A day that is to come cannot be confirmed. */
  | { readonly kind: 'in-future'; readonly today: LocalDate }
  /** A contract is not ended on a day that is over. */
  | { readonly kind: 'in-past'; readonly today: LocalDate }
  | { readonly kind: 'returned-already'; readonly returnedOn: LocalDate }
  /** Somebody else is still in the space. */
  | { readonly kind: 'not-there' }
  | { readonly kind: 'moved-away'; readonly to: string }
  /** A move that is to come is undone by moving back, and then decided otherwise. */
  | { readonly kind: 'moved-here'; readonly from: string }
  | { readonly kind: 'same-space' };

const withHolding = (space: Space, next: Holding): Space => ({
  ...space,
  holdings: [...space.holdings.filter(({ number }) => number !== next.number), next].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  ),
  numbered: Math.max(space.numbered, next.number),
  revision: space.revision + 1,
});

const withoutHolding = (space: Space, { number }: Holding): Space => ({
  ...space,
  holdings: space.holdings.filter((one) => one.number !== number),
  revision: space.revision + 1,
});

const changed = (space: Space, holding: Holding): Changed => ({
  kind: 'changed',
  space: withHolding(space, holding),
  holding,
});

/**
 * Gives a space to a holder for a period. The same holder from the same day on is the same holding, however it went on:
 * a step that is repeated gives nothing twice.
 */
export function allotted(
  space: Space,
  { holder, from, to }: Period & { readonly holder: Holder },
  today: LocalDate,
): Changed | Unchanged | Taken | Refusal {
  const was = space.holdings.find((one) => isSameHolder(one.holder, holder) && one.from === from);
  if (was) return { kind: 'unchanged', holding: was };
  if (to < from) return { kind: 'period-reversed' };
  if (to < today) return { kind: 'over', to };
  const obstacle = obstacleTo(space, { from, to }, today);
  if (obstacle) return { kind: 'taken', obstacle };
  return changed(space, { number: space.numbered + 1, holder, from, to });
}

/** The same contract with a later last day. Whoever stays past the end may still be given more time. */
export function extended(
  space: Space,
  { number, to }: { readonly number: number; readonly to: LocalDate },
  today: LocalDate,
): Changed | Unchanged | Taken | Refusal {
  const was = holdingIn(space, number);
  if (!was) return { kind: 'no-holding' };
  if (was.to === to) return { kind: 'unchanged', holding: was };
  const closed = closedBy(was);
  if (closed) return closed;
  if (to < was.to) return { kind: 'period-reversed' };
  if (to < today) return { kind: 'over', to };
  const isThere = staysOf(space, today).some(({ holding }) => holding.number === number);
  if (was.to < today && !isThere) return { kind: 'over', to: was.to };
  const obstacle = obstacleTo(space, { from: addDays(was.to, 1), to }, today, number);
  if (obstacle) return { kind: 'taken', obstacle };
  const { told: _ofTheEarlierEnd, ...rest } = was;
  return changed(space, { ...rest, to });
}

/** The same contract with an earlier last day: today at the earliest, or the day of a return that is confirmed. */
export function endedEarly(
  space: Space,
  { number, to }: { readonly number: number; readonly to: LocalDate },
  today: LocalDate,
): Changed | Unchanged | Refusal {
  const was = holdingIn(space, number);
  if (!was) return { kind: 'no-holding' };
  if (was.to === to) return { kind: 'unchanged', holding: was };
  if (to > was.to) return { kind: 'after-end', to: was.to };
  if (to < was.from) return { kind: 'before-begin', from: was.from };
  const isOut = was.returnedOn !== undefined && was.returnedOn <= to;
  if (to < today && !isOut) return { kind: 'in-past', today };
  return changed(space, { ...was, to });
}

/** Takes back a contract that has not begun: nothing of it stays but what the audit says. */
export function released(space: Space, { number }: { readonly number: number }, today: LocalDate): Changed | Refusal {
  const was = holdingIn(space, number);
  if (!was) return { kind: 'no-holding' };
  if (was.from <= today) return { kind: 'begun', from: was.from };
  if (was.movedFrom !== undefined) return { kind: 'moved-here', from: was.movedFrom };
  return { kind: 'changed', space: withoutHolding(space, was), holding: was };
}

/** That a holder was in the space for the last time on a day: it is free from the day after, once the contract is over. */
export function returned(
  space: Space,
  { number, on }: { readonly number: number; readonly on: LocalDate },
  today: LocalDate,
): Changed | Unchanged | Refusal {
  const was = holdingIn(space, number);
  if (!was) return { kind: 'no-holding' };
  if (was.returnedOn !== undefined) {
    if (was.returnedOn === on) return { kind: 'unchanged', holding: was };
    return { kind: 'returned-already', returnedOn: was.returnedOn };
  }
  if (on > today) return { kind: 'in-future', today };
  if (on < was.from) return { kind: 'before-begin', from: was.from };
  const stay = staysOf(space, today).find(({ holding }) => holding.number === number);
  if (!stay) return { kind: 'not-there' };
  if (on < stay.from) return { kind: 'before-begin', from: stay.from };
  return changed(space, { ...was, returnedOn: on });
}

export interface Moved {
  readonly kind: 'moved';
  readonly left: Changed;
  readonly entered: Changed;
}

/**
 * The contract goes on in another space from a day on. The space that is left is free when its return is confirmed,
 * unless the contract has not begun. A move that is to come is undone by moving back on the same day.
 */
export function moved(
  { space, target }: { readonly space: Space; readonly target: Space },
  { number, on }: { readonly number: number; readonly on: LocalDate },
  today: LocalDate,
): Moved | Unchanged | Taken | Refusal {
  if (space.id === target.id) return { kind: 'same-space' };
  const was = holdingIn(space, number);
  if (!was) return { kind: 'no-holding' };
  if (was.movedTo === target.id && addDays(was.to, 1) === on) return { kind: 'unchanged', holding: was };
  const refusal = closedBy(was) ?? notWithin(was, on, today);
  if (refusal) return refusal;
  const isWhole = on === was.from;
  const back = isWhole && was.movedFrom === target.id ? leftFor(target, was, space.id) : undefined;
  if (isWhole && was.movedFrom !== undefined && !back) return { kind: 'moved-here', from: was.movedFrom };
  const obstacle = obstacleTo(target, { from: on, to: was.to }, today, back?.number);
  if (obstacle) return { kind: 'taken', obstacle };
  const left: Changed = isWhole
    ? { kind: 'changed', space: withoutHolding(space, was), holding: was }
    : changed(space, { ...was, to: addDays(on, -1), movedTo: target.id });
  const { holder, to } = was;
  const entering = { number: target.numbered + 1, holder, from: on, to, ...(!isWhole && { movedFrom: space.id }) };
  return { kind: 'moved', left, entered: changed(target, back ? again(back, was) : entering) };
}

/** The holding that a move which is undone has left in its first space. */
const leftFor = ({ holdings }: Space, { holder, from }: Holding, to: string): Holding | undefined =>
  holdings.find(
    (one) => one.movedTo === to && isSameHolder(one.holder, holder) && one.to === addDays(from, -1) && !one.returnedOn,
  );

function again({ movedTo: _undone, ...rest }: Holding, { to }: Holding): Holding {
  return { ...rest, to };
}

/** Why a contract does not go on elsewhere from a day on. */
function notWithin({ from, to }: Holding, on: LocalDate, today: LocalDate): Refusal | undefined {
  if (to < today) return { kind: 'over', to };
  if (on < from || (on === from && from <= today)) return { kind: 'before-begin', from };
  return on > to ? { kind: 'after-end', to } : undefined;
}

/** That somebody was told that a holder stays, on a day past the end; nothing, if that was told. */
export function toldOf(
  space: Space,
  { number, day }: { readonly number: number; readonly day: number },
): Changed | undefined {
  const was = holdingIn(space, number);
  if (!was || was.returnedOn !== undefined || (was.told ?? []).some((told) => told >= day)) return undefined;
  return changed(space, { ...was, told: [...(was.told ?? []), day] });
}

/** A holding of which nothing is to be decided any more. */
function closedBy({ returnedOn, movedTo }: Holding): Refusal | undefined {
  if (movedTo !== undefined) return { kind: 'moved-away', to: movedTo };
  return returnedOn === undefined ? undefined : { kind: 'returned-already', returnedOn };
}
