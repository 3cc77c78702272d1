import type { Dependencies } from '../../functions/app/dependencies.ts';
import { openRequestOf } from '../../functions/payments/requests.ts';
import { linkSigner, type SignLink } from '../../functions/shared/links.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { holderOf } from '../commands/holder-of.ts';
import type { Context } from '../context.ts';
import { batchesFile, batchesGiveUp, batchesResult, batchesTaxMonth } from './bank-files.ts';
import { profileCheck } from './bank-profiles.ts';
import { batchesGoOn, batchesList, batchesMake, batchesShow, batchOfId } from './batches-commands.ts';

const signCodeOf = ({ codeKeyId, kms }: Pick<Context, 'codeKeyId' | 'kms'>): SignLink => linkSigner(codeKeyId, kms);

const holders = async (deps: Dependencies, id: string): Promise<readonly string[]> =>
  holderOf(await openRequestOf(deps, { id }));

/** What the command line does with payments. */
export const paymentsOps: CapabilityOps = {
  ofId: batchOfId,
  holders: { 'payment-run': holders },
  revised: { table: 'PAYMENTS_TABLE', pk: 'batches', machine: 'payment-run' },
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
      about: 'begins the run that pays approved claims, all or those named, on a day by a bank’s confirmed profile',
      run: (at, words) => batchesMake(at(), words),
    },
    'batches go-on': {
      usage: 'batches go-on BATCH',
      about: 'starts a new run of a batch, where the last one left it',
      run: (at, [id]) => batchesGoOn(at(), id),
    },
    'batches file': {
      usage: 'batches file BATCH FOLDER --code CODE',
      about: 'the file for the bank, the same each time; not by who approved a claim in it',
      run: (at, words) => batchesFile(at(), words, signCodeOf(at())),
    },
    'batches result': {
      usage: 'batches result BATCH FILE DAY --code CODE',
      about: 'what the bank says: claims are paid, or go into the next batch',
      run: (at, words) => batchesResult(at(), words, signCodeOf(at())),
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
