import type { CapabilityOps } from '../capability-ops.ts';
import { timetableCheck, timetableLoad, timetableShow } from './timetable-files.ts';

/** What the command line does with the timetables of cohorts. */
export const timetableOps: CapabilityOps = {
  commands: {
    'timetable check': {
      usage: 'timetable check FILE.csv',
      about: 'what is wrong in the lessons of a cohort',
      alone: true,
      run: (at, [file]) => timetableCheck(file, at),
    },
    'timetable load': {
      usage: 'timetable load COHORT FILE.csv [--force --reason TEXT]',
      about: 'a cohort’s first or next timetable; its people are emailed',
      run: (at, words) => timetableLoad(at(), words),
    },
    'timetable show': {
      usage: 'timetable show COHORT [--version N]',
      about: 'the lessons as they are, or were',
      run: (at, [cohort]) => timetableShow(at(), cohort),
    },
  },
};
