import type { LocalDate } from '../shared/time.ts';
import type { Holding, Space } from './space.ts';
import { contractOn, isOffered, leavingBefore, obstacleTo, overstayOf, type Period, stayOn } from './stays.ts';

export const occupancyStates = ['occupied', 'staying', 'left-early', 'free', 'closed'] as const;
export type OccupancyState = (typeof occupancyStates)[number];

/** A space on a day: who has a contract for it, and who is there. */
export interface OccupancyRow {
  readonly space: Space;
  /**
   * `staying`: whoever is there has no contract any more; who has one waits. `left-early`: whoever has a contract has
   * returned it. `closed`: it is given to nobody on the day.
   */
  readonly state: OccupancyState;
  readonly contract?: Holding;
  readonly occupant?: Holding;
}

/**
 * Every space on a day, as it is known today: of days to come, what the contracts say. A space is in one state, so that
 * the numbers of all states make the number of spaces.
 */
export const occupancyOn = (spaces: readonly Space[], date: LocalDate, today: LocalDate): OccupancyRow[] =>
  spaces.map((space) => {
    const contract = contractOn(space, date);
    const occupant = stayOn(space, date, today)?.holding;
    return {
      space,
      state: stateOf(space, { contract, occupant }, date),
      ...(contract && { contract }),
      ...(occupant && { occupant }),
    };
  });

function stateOf(
  space: Space,
  { contract, occupant }: { readonly contract: Holding | undefined; readonly occupant: Holding | undefined },
  date: LocalDate,
): OccupancyState {
  if (occupant) return occupant.number === contract?.number ? 'occupied' : 'staying';
  if (contract) return 'left-early';
  return isOffered(space, { from: date, to: date }) ? 'free' : 'closed';
}

export const countsOf = (rows: readonly OccupancyRow[]): Readonly<Record<OccupancyState, number>> => {
  const count = (state: OccupancyState): number => rows.filter((row) => row.state === state).length;
  return {
    occupied: count('occupied'),
    staying: count('staying'),
    'left-early': count('left-early'),
    free: count('free'),
    closed: count('closed'),
  };
};

/** The spaces that can be given away for a period, with who has to leave them before: for the next round. */
export const freeIn = (
  spaces: readonly Space[],
  period: Period,
  today: LocalDate,
): { readonly space: Space; readonly leaving?: Holding }[] =>
  spaces.flatMap((space) => {
    if (obstacleTo(space, period, today)) return [];
    const leaving = leavingBefore(space, period, today);
    return [{ space, ...(leaving && { leaving }) }];
  });

/** The days past the end of a contract on which manager and director are told that somebody stays. */
export const overstayToldOn = [1, 5, 10] as const;

export interface OverstayDue {
  readonly space: Space;
  readonly holding: Holding;
  /** Past the end of the contract. */
  readonly days: number;
  /** For which of the days it is told now. */
  readonly day: number;
}

/** Of whom it is due today to tell that they stay: once for each of the days, and of several that were missed the last. */
export const overstaysDue = (
  spaces: readonly Space[],
  today: LocalDate,
  toldOn: readonly number[] = overstayToldOn,
): OverstayDue[] =>
  spaces.flatMap((space) => {
    const stays = overstayOf(space, today);
    if (!stays) return [];
    const { holding, days } = stays;
    const day = toldOn.filter((one) => one <= days).at(-1);
    if (day === undefined || (holding.told ?? []).some((told) => told >= day)) return [];
    return [{ space, holding, days, day }];
  });
