import { writeBankFile } from '../bank-files/bank-file.ts';
import type { BankProfile } from '../bank-files/bank-profile.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import type { Batch } from './batch.ts';
import { shownIds } from './confirm-result.ts';
import type { Dependencies } from './dependencies.ts';
import { dissolveBatch } from './dissolve-batch.ts';
import { type FreezeOutcome, freezeBatch } from './freeze-batch.ts';
import { gatherClaims } from './gather-claims.ts';
import type { paymentsSteps } from './joints.ts';
import { presentBatch } from './payments-table.ts';
import { giveBackBatch, settleBatch } from './settle-batch.ts';
import type { Account } from './transfer.ts';

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'people' | 'requests' | 'commit'>;

/** Whether the file of a bank can hold an account as it is: who has another one is left out, and holds up nobody. */
export const canBeWritten =
  (profile: Pick<BankProfile, 'file'>, payOn: LocalDate) =>
  ({ bank, number, holder, lecturer }: Account): boolean => {
    const row = {
      row: '00000000000',
      bank,
      account: number,
      holder,
      payee: lecturer,
      amount: 1,
      gross: 1,
      withheld: 0,
    };
    const facts = { batch: 'pay-0000-1', month: payOn.slice(0, 7), payOn, rows: [row] };
    return writeBankFile(profile, facts).kind === 'made';
  };

const reasons = {
  empty: 'nothing to pay',
  'day-is-over': 'its day was over before it was frozen',
  'other-taxes': 'taxes on its day are others by now',
} as const;

const by = 'system:payments';

/** Pages that one call of a step takes or tells: it ends far below its time, and the next goes on. */
export const pagesAtOnce = 50;

/** Freezes a batch; one that pays nothing as it is, is given up. */
export async function freezeOrGiveUp(deps: Reach, id: string, now: Instant): Promise<FreezeOutcome> {
  const frozen = await freezeBatch(deps, id, { by }, now);
  if (frozen.kind !== 'frozen' && frozen.kind !== 'moved') {
    const of = frozen.kind === 'other-taxes' ? `: ${shownIds(frozen.claims)}` : '';
    await dissolveBatch(deps, { id, acting: undefined, by, reason: `${reasons[frozen.kind]}${of}` }, now);
  }
  return frozen;
}

type Outcome<Step extends keyof typeof paymentsSteps> = OutcomeOf<typeof paymentsSteps, Step>;
type Doing<Step extends keyof typeof paymentsSteps> = (
  deps: Reach,
  step: RunStep,
  now: Instant,
) => Promise<Outcome<Step>>;

const isGivenUp = ({ state }: Batch): boolean => state === 'DISSOLVING' || state === 'DISSOLVED';

/** The batch, if the step is one of its present run. */
async function inPresentRun({ payments }: Reach, { reference, run }: RunStep): Promise<Batch | undefined> {
  const batch = await payments.batch(reference);
  return batch && presentRunOf(batch.id, batch) === run ? batch : undefined;
}

/** *Gather the approved claims*: some pages of them. */
export const gatherStep: Doing<'gather-claims'> = async (deps, step, now) => {
  const batch = await inPresentRun(deps, step);
  if (!batch) return 'SUPERSEDED';
  if (isGivenUp(batch)) return 'GIVEN_UP';
  if (batch.state !== 'GATHERING') return 'GATHERED';
  const { profile } = await deps.payments.profileOf(batch.id);
  const writable = canBeWritten(profile, batch.payOn);
  const gathered = await gatherClaims(deps, batch.id, { by, canBeWritten: writable, most: pagesAtOnce }, now);
  return gathered.kind === 'more' ? 'MORE' : 'GATHERED';
};

/** *Freeze the batch*, or give it up if it pays nothing as it is. */
export const freezeStep: Doing<'freeze-batch'> = async (deps, step, now) => {
  if (!(await inPresentRun(deps, step))) return 'SUPERSEDED';
  await freezeOrGiveUp(deps, step.reference, now);
  return isGivenUp(await presentBatch(deps, step.reference)) ? 'GIVEN_UP' : 'FROZEN';
};

/** *Settle the claims*: each is told what became of it, some pages of them. */
export const settleStep: Doing<'settle-claims'> = async (deps, step, now) => {
  if (!(await inPresentRun(deps, step))) return 'SUPERSEDED';
  return (await settleBatch(deps, step.reference, now, pagesAtOnce)) === 'more' ? 'MORE' : 'SETTLED';
};

/** *Give the claims back* of a batch that is given up, some pages of them. */
export const giveBackStep: Doing<'give-claims-back'> = async (deps, step, now) => {
  if (!(await inPresentRun(deps, step))) return 'SUPERSEDED';
  return (await giveBackBatch(deps, step.reference, now, pagesAtOnce)) === 'more' ? 'MORE' : 'GIVEN_BACK';
};
