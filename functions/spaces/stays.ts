import { addDays, daysBetween, type LocalDate } from '../shared/time.ts';
import type { Holding, Space } from './space.ts';

/** Days, the first and the last one included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** When a holder is in a space, which is not when the contract says, if somebody stays or leaves early. */
export interface Stay {
  readonly holding: Holding;
  readonly from: LocalDate;
  /** Nothing, as long as the contract is over and the return is not confirmed. */
  readonly through: LocalDate | undefined;
}

/**
 * Who is in a space when, as it is known on a day: one after another, never two at once. Whoever is there without a
 * confirmed return is expected to leave with the contract, and stays if that is over; whoever comes next waits so long,
 * and was never there if the own contract ended meanwhile.
 */
export function staysOf({ holdings }: Pick<Space, 'holdings'>, today: LocalDate): Stay[] {
  const stays: Stay[] = [];
  for (const holding of holdings) {
    const before = stays.at(-1);
    if (before && before.through === undefined) break;
    const isFree = before?.through === undefined || before.through < holding.from;
    const from = isFree ? holding.from : addDays(before.through, 1);
    if (from > holding.to) continue;
    const isOver = holding.to < today;
    stays.push({ holding, from, through: holding.returnedOn ?? (isOver ? undefined : holding.to) });
  }
  return stays;
}

/** Who is in a space on a day, or will be. */
export const stayOn = (space: Pick<Space, 'holdings'>, date: LocalDate, today: LocalDate): Stay | undefined =>
  staysOf(space, today).find(({ from, through }) => from <= date && (through === undefined || date <= through));

/** Whose contract covers a day, wherever they are. */
export const contractOn = ({ holdings }: Pick<Space, 'holdings'>, date: LocalDate): Holding | undefined =>
  holdings.find(({ from, to }) => from <= date && date <= to);

/** Who is in a space past the end of the contract, by how many days. */
export function overstayOf(
  space: Pick<Space, 'holdings'>,
  today: LocalDate,
): { readonly holding: Holding; readonly days: number } | undefined {
  const holding = stayOn(space, today, today)?.holding;
  if (!holding || holding.to >= today) return undefined;
  return { holding, days: daysBetween(holding.to, today) };
}

/** Why a space cannot be given to somebody for a period. */
export type Obstacle =
  /** It is not there for anybody on some of the days. */
  | { readonly kind: 'not-offered' }
  /** Somebody else has a contract for some of the days. */
  | { readonly kind: 'contract'; readonly holding: Holding }
  /** Somebody is there past the end of the contract, and nobody knows until when. */
  | { readonly kind: 'staying'; readonly holding: Holding }
  /** Somebody stayed into the period, and has left. */
  | { readonly kind: 'occupied'; readonly holding: Holding; readonly through: LocalDate };

export const isOffered = ({ from, until, removedOn }: Space, period: Period): boolean =>
  from <= period.from &&
  (until === undefined || period.to <= until) &&
  (removedOn === undefined || period.to < removedOn);

/**
 * What stands against giving a space away for a period, as it is known on a day. Whoever is there by a contract that
 * ends before is no obstacle, though their return is still to come.
 * @param own the number of a holding that is no obstacle to itself
 */
export function obstacleTo(space: Space, period: Period, today: LocalDate, own?: number): Obstacle | undefined {
  if (!isOffered(space, period)) return { kind: 'not-offered' };
  const others = space.holdings.filter(({ number }) => number !== own);
  const holding = others.find(({ from, to }) => from <= period.to && period.from <= to);
  if (holding) return { kind: 'contract', holding };
  for (const { holding: one, from, through } of staysOf(space, today)) {
    if (one.number === own || from > period.to) continue;
    if (through === undefined) return { kind: 'staying', holding: one };
    if (period.from <= through) return { kind: 'occupied', holding: one, through };
  }
  return undefined;
}

/** Whose return is still to come before a period begins, in a space that is free in it by all contracts. */
export const leavingBefore = (space: Space, { from }: Period, today: LocalDate): Holding | undefined =>
  staysOf(space, today).findLast(({ holding }) => holding.returnedOn === undefined && holding.to < from)?.holding;
