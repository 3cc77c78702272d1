import type { CapabilityOps } from '../capability-ops.ts';
import { batchesFile, batchesGiveUp, batchesResult, batchesTaxMonth } from './bank-files.ts';
import { profileCheck } from './bank-profiles.ts';
import { batchesGoOn, batchesList, batchesMake, batchesShow } from './batches-commands.ts';

/** What the command line does with payments. */
export const paymentsOps: CapabilityOps = {
  commands: {
    'batches check': {
      usage: 'batches check PROFILE',
      about: 'what is wrong in the profile of a bank',
      alone: true,
      run: (_, [file]) => profileCheck(file),
    },
    'batches list': {
      usage: 'batches list',
      about: 'the batches of payments, and how far each is',
      run: (at) => batchesList(at()),
    },
    'batches show': {
      usage: 'batches show BATCH',
      about: 'the control totals of a batch, its rows, and who did what',
      run: (at, [id]) => batchesShow(at(), id),
    },
    'batches make': {
      usage: 'batches make DAY BANK [CLAIM …]',
      about: 'freezes approved claims, all or those named, to be paid on a day by a bank’s confirmed profile',
      run: (at, words) => batchesMake(at(), words),
    },
    'batches go-on': {
      usage: 'batches go-on BATCH',
      about: 'freezes a batch whose making was cut off',
      run: (at, [id]) => batchesGoOn(at(), id),
    },
    'batches file': {
      usage: 'batches file BATCH FOLDER',
      about: 'the file for the bank, the same each time; not by who approved a claim in it',
      run: (at, words) => batchesFile(at(), words),
    },
    'batches result': {
      usage: 'batches result BATCH FILE DAY',
      about: 'what the bank says: claims are paid, or go into the next batch',
      run: (at, words) => batchesResult(at(), words),
    },
    'batches give-up': {
      usage: 'batches give-up BATCH --reason TEXT',
      about: 'its claims go into the next batch, if the bank has paid nothing of it',
      run: (at, [id]) => batchesGiveUp(at(), id),
    },
    'batches tax-month': {
      usage: 'batches tax-month MONTH',
      about: 'gross and withheld by class and kind (2027-04), and what is due when',
      run: (at, words) => batchesTaxMonth(at(), words),
    },
  },
};
