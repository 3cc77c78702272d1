import type { CapabilityOps } from '../capability-ops.ts';
import { lecturerRows, lecturersAsk, lecturersList, lecturersShow } from './lecturers-commands.ts';
import { lecturersErase } from './lecturers-erase.ts';
import { lecturersCheck, lecturersLoad } from './lecturers-files.ts';
import { lecturersStop } from './lecturers-stop.ts';

/** What the command line does with lecturers. */
export const lecturersOps: CapabilityOps = {
  erase: lecturersErase,
  ofId: lecturerRows,
  commands: {
    'lecturers check': {
      usage: 'lecturers check FILE.csv',
      about: 'what is wrong in a file of lecturers',
      alone: true,
      run: (_, [file]) => lecturersCheck(file),
    },
    'lecturers load': {
      usage: 'lecturers load FILE.csv',
      about: 'lecturers, and how they are paid; who has no account is emailed',
      run: (at, [file]) => lecturersLoad(at(), file),
    },
    'lecturers list': {
      usage: 'lecturers list',
      about: 'all lecturers without their names; who teaches and is not loaded',
      run: (at) => lecturersList(at()),
    },
    'lecturers show': {
      usage: 'lecturers show ID',
      about: 'a lecturer, the facts before, the accounts masked (audited)',
      run: (at, [id]) => lecturersShow(at(), id),
    },
    'lecturers ask': {
      usage: 'lecturers ask ID',
      about: 'emails a lecturer a link to enter the account',
      run: (at, [id]) => lecturersAsk(at(), id),
    },
    'lecturers stop': {
      usage: 'lecturers stop ID --reason TEXT',
      about: 'stops the newest account before it is used, and tells the lecturer and finance',
      run: (at, [id]) => lecturersStop(at(), id),
    },
  },
};
