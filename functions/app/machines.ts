import { applicationInRun, changed } from '../applications/application.ts';
import { type Runs, runsOf } from '../runs/run.ts';
import { changedScreening, screeningInRun } from '../screening/screening.ts';
import { changedSeat, seatInRun } from '../seats/seat.ts';
import type { Admission } from '../selection/admission.ts';
import { admissionInRun, changedAdmission, roundSubject } from '../selection/admission.ts';
import type { Dependencies } from './dependencies.ts';

export const machineNames = ['applicant-intake', 'screening', 'cohort-admission', 'seat-offer'] as const;
export type MachineName = (typeof machineNames)[number];

/** What each state machine's runs are about. */
export const machinesOf = ({
  applications,
  screenings,
  admissions,
  seats,
}: Pick<Dependencies, 'applications' | 'screenings' | 'admissions' | 'seats'>): Readonly<
  Record<MachineName, Runs>
> => ({
  'applicant-intake': runsOf({
    machine: 'applicant-intake',
    get: applications.get,
    inRun: applicationInRun,
    needing: applications.needingRun,
    save: (was, change, now) => applications.save(changed(was, now, change), was),
  }),
  screening: runsOf({
    machine: 'screening',
    get: screenings.get,
    inRun: screeningInRun,
    needing: screenings.needing,
    save: (was, change, now) => screenings.save(changedScreening(was, now, change), was),
  }),
  'cohort-admission': runsOf<Admission>({
    machine: 'cohort-admission',
    subject: roundSubject,
    get: admissions.get,
    inRun: admissionInRun,
    needing: admissions.needing,
    save: (was, change, now) => admissions.save(changedAdmission(was, now, change), was),
  }),
  'seat-offer': runsOf({
    machine: 'seat-offer',
    get: seats.seat,
    inRun: seatInRun,
    needing: seats.needing,
    save: (was, change, now) => seats.saveSeat(changedSeat(was, now, change), was),
  }),
});

export const isMachine = (name: string): name is MachineName => machineNames.some((known) => known === name);
