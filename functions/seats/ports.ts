import type { RunsBrought } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { placeErasing } from './erase-place.ts';
import { seatsLapses } from './lapses.ts';
import { placeLeaving } from './leave-selection.ts';
import { seatRuns } from './seat-runs.ts';

/** What seats do when others tell them something. */
export const seatsPorts = {
  lapses: seatsLapses,
  leaving: placeLeaving,
  erasing: placeErasing,
  runs: { 'seat-offer': seatRuns } satisfies RunsBrought<'seats', Dependencies>,
} as const;
