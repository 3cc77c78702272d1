import { type Runs, runsOf } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { changedSeat, seatInRun } from './seat.ts';

/** What the runs of seat-offer are about. */
export const seatRuns = ({ seats }: Pick<Dependencies, 'seats'>): Runs =>
  runsOf({
    machine: 'seat-offer',
    get: seats.seat,
    inRun: seatInRun,
    needing: seats.needing,
    save: (was, change, now) => seats.saveSeat(changedSeat(was, now, change), was),
  });
