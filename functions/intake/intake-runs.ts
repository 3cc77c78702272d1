import { applicationInRun, changedApplication } from '../applications/application.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { type Runs, runsOf } from '../runs/run.ts';

/** What the runs of applicant-intake are about. */
export const intakeRuns = ({ applications }: Pick<Dependencies, 'applications'>): Runs =>
  runsOf({
    machine: 'applicant-intake',
    get: applications.get,
    inRun: applicationInRun,
    needing: applications.needingRun,
    save: (was, change, now) => applications.save(changedApplication(was, now, change), was),
  });
