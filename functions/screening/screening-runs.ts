import { type Runs, runsOf } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { changedScreening, screeningInRun } from './screening.ts';

/** What the runs of screening are about. */
export const screeningRuns = ({ screenings }: Pick<Dependencies, 'screenings'>): Runs =>
  runsOf({
    machine: 'screening',
    get: screenings.get,
    inRun: screeningInRun,
    needing: screenings.needing,
    save: (was, change, now) => screenings.save(changedScreening(was, now, change), was),
  });
