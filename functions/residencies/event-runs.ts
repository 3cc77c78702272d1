import { type Runs, runsOf } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { changedResidencyEvent, eventInRun } from './residency-event.ts';

/** What the runs of residency-event are about. */
export const eventRuns = ({ residencyEvents }: Pick<Dependencies, 'residencyEvents'>): Runs =>
  runsOf({
    machine: 'residency-event',
    get: residencyEvents.get,
    inRun: eventInRun,
    needing: residencyEvents.needing,
    save: (was, change, now) => residencyEvents.save(changedResidencyEvent(was, now, change), was),
  });
