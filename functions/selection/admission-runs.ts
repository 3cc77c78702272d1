import { type Runs, runsOf } from '../runs/run.ts';
import { type Admission, admissionInRun, changedAdmission, roundSubject } from './admission.ts';
import type { Dependencies } from './dependencies.ts';

/** What the runs of cohort-admission are about. */
export const admissionRuns = ({ admissions }: Pick<Dependencies, 'admissions'>): Runs =>
  runsOf<Admission>({
    machine: 'cohort-admission',
    subject: roundSubject,
    get: admissions.get,
    inRun: admissionInRun,
    needing: admissions.needing,
    save: (was, change, now) => admissions.save(changedAdmission(was, now, change), was),
  });
