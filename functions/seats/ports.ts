import { placeErasing } from './erase-place.ts';
import { seatsLapses } from './lapses.ts';
import { placeLeaving } from './leave-selection.ts';

/** What seats do when others tell them something. */
export const seatsPorts = { lapses: seatsLapses, leaving: placeLeaving, erasing: placeErasing } as const;
