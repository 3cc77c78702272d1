import { setTimeout as sleep } from 'node:timers/promises';
import { type Batch, isBatchId } from '../../functions/payments/batch.ts';
import { readFrozen } from '../../functions/payments/frozen-batch.ts';
import { previewBatch } from '../../functions/payments/gather-claims.ts';
import { presentBatch } from '../../functions/payments/payments-table.ts';
import { batchRuns } from '../../functions/payments/ports.ts';
import type { LeftOut, Warning } from '../../functions/payments/propose-batch.ts';
import { openRequestOf } from '../../functions/payments/requests.ts';
import { canBeWritten } from '../../functions/payments/run-steps.ts';
import { startBatch } from '../../functions/payments/start-batch.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { localDateSchema } from '../../functions/shared/time.ts';
import { runRows } from '../commands/runs.ts';
import { Complaint, type Context, confirm, needed, type Reading, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { exampleNote } from './bank-profiles.ts';
import { otherTaxes } from './result-words.ts';

export type Reach = Pick<
  Context,
  | 'payments'
  | 'bankProfiles'
  | 'claimsToPay'
  | 'payeesToPay'
  | 'people'
  | 'requests'
  | 'by'
  | 'commit'
  | 'flags'
  | 'local'
  | 'now'
>;

const won = (amount: number): string => formatWon(amount).en;

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `batches list` */
export async function batchesList({ payments }: Pick<Context, 'payments'>): Promise<void> {
  const batches = await payments.batches();
  if (batches.length === 0) console.log('There is no batch yet.');
  for (const { id, state, payOn, frozen, result } of batches) {
    const sums = frozen ? `${plural(frozen.totals.claims, 'claim')}, ${won(frozen.totals.net)}` : 'not frozen';
    const paid = result ? `, paid on ${result.paidOn}: ${won(result.paid.net)}` : '';
    console.log(`${id} ${state} for ${payOn}: ${sums}${paid}`);
  }
}

export async function batchNamed(
  { payments }: Pick<Context, 'payments'>,
  word: string | undefined,
  usage: string,
): Promise<Batch> {
  const id = needed(word, usage);
  const batch = await payments.batch(id);
  if (!batch) throw new Complaint(`There is no batch ${id}. All of them: batches list`);
  return batch;
}

/** `batches show BATCH` */
export async function batchesShow(
  context: Pick<Context, 'payments' | 'requests'>,
  word: string | undefined,
): Promise<void> {
  const batch = await batchNamed(context, word, 'batches show BATCH');
  printRows(await batchRows(context, batch));
  if (!batch.frozen) return;
  for (const { row, payee, claims, amount } of (await readFrozen(context, batch)).transfers) {
    console.log(`  ${row} ${payee} ${won(amount)} (${claims.join(', ')})`);
  }
}

/** What is shown of a batch, and who has what is asked about it. */
export async function batchRows(
  context: Pick<Context, 'payments' | 'requests'>,
  batch: Batch,
): Promise<readonly Row[]> {
  const { state, payOn, profile, profileVersion, startedBy, frozen, file, result, dissolved } = batch;
  const request = await openRequestOf(context, batch);
  return [
    ['state', batch.stuck ? `${state}, stuck: ${batch.stuck.error}` : state],
    ...(request ? ([['with', `${assigneeId(request.assignee)}, until ${request.dueAt}`]] as const) : []),
    ['to be paid on', payOn],
    ['begun by', startedBy],
    ['profile', profileVersion === undefined ? profile : `${profile}, version ${profileVersion}`],
    ...(frozen
      ? ([
          ['claims', String(frozen.totals.claims)],
          ['gross', won(frozen.totals.gross)],
          ['withheld', `${won(frozen.totals.incomeTax)} and ${won(frozen.totals.localTax)} local tax`],
          ['net', `${won(frozen.totals.net)} in ${plural(frozen.totals.transfers, 'row')}`],
          ['hash', frozen.hash],
          ...(frozen.accounts
            ? ([['accounts', `${frozen.accounts.count}, SHA-256 ${frozen.accounts.hash}`]] as const)
            : []),
        ] as const)
      : []),
    ...(file ? ([['file', `made by ${file.by} at ${file.at}, SHA-256 ${file.hash}`]] as const) : []),
    ...(result
      ? ([
          ['result', `confirmed by ${result.by}: ${won(result.paid.net)} paid on ${result.paidOn}`],
          ['returned', `${plural(result.returned.transfers, 'row')}, ${won(result.returned.net)}`],
        ] as const)
      : []),
    ...(dissolved ? ([['given up', `by ${dissolved.by}: ${dissolved.reason}`]] as const) : []),
  ];
}

const warningWords: Readonly<Record<Warning['kind'], string>> = {
  'holder-differs': 'the account is in another name',
  'account-changed': 'the account is another one than at the last payment',
  'holders-differ': 'somebody else says that this account is in another name',
};

const leftWords: Readonly<Record<LeftOut['why'], string>> = {
  'no-account': 'has no account that can be used',
  'does-not-add-up': 'its sums do not add up',
  'below-zero': 'a correction takes it below zero: undo its approval, and cancel or correct it',
  'other-taxes': `${otherTaxes}: undo its approval, so that it is calculated and approved again, or pay it on another day`,
  'cannot-be-written': 'the file of the bank cannot hold the account as it is',
};

const leftLines = (left: readonly LeftOut[]): string[] =>
  left.map(({ claim, lecturer, why }) => `  left out: ${claim} of ${lecturer}: ${leftWords[why]}`);

/** `batches make DAY BANK [CLAIM …]`: by the profile that finance has confirmed for the bank. */
export async function batchesMake(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'batches make DAY BANK [CLAIM …]';
  const { data: payOn } = localDateSchema.safeParse(needed(words[0], usage));
  if (!payOn) throw new Complaint(`${words[0]} is no day such as 2027-04-26.`);
  const bank = needed(words[1], usage);
  const inForce = await context.bankProfiles.inForce(bank, context.now());
  if (!inForce) throw new Complaint(noProfile(bank));
  const { profile, version } = inForce;
  const named = words.slice(2);
  const only = named.length > 0 ? { only: [...named] } : {};
  const writable = canBeWritten(profile, payOn);
  const { transfers, taken, left, warnings } = await previewBatch(
    context,
    { id: 'pay-0000-0', payOn, ...only },
    writable,
    context.now(),
  );
  const total = transfers.reduce((sum, { amount }) => sum + amount, 0);
  await confirm(
    context,
    [
      `To be paid on ${payOn}: ${plural(taken.length, 'claim')}, ${won(total)} in ${plural(transfers.length, 'row')}.`,
      `By the profile ${bank}, version ${version}.${profile.example ? exampleNote : ''}`,
      ...transfers.map(({ payee, claims, amount }) => `  ${payee}: ${won(amount)} (${claims.join(', ')})`),
      ...warnings.map(({ lecturer, kind }) => `  look: ${lecturer}: ${warningWords[kind]}`),
      ...leftLines(left),
    ].join('\n'),
  );
  const started = await startBatch(context, { payOn, bank, by: context.by, ...only }, context.now());
  if (started.kind === 'no-profile') throw new Complaint(noProfile(bank));
  if (started.kind !== 'started') throw new Complaint(startWords[started.kind]);
  await frozen(context, started.batch.id, left);
}

const noProfile = (bank: string): string =>
  `Finance has confirmed no profile of the bank ${bank}. Load it with rules load FILE; a second person of finance confirms it.`;

const startWords = {
  nothing: 'No claim waits to be paid.',
  'day-is-over': 'That day is over.',
  'too-many': 'That month has as many batches as its rows can name.',
} as const;

/** Longer than this nobody looks on: the run goes on without. */
const looksOn = 120_000;

/** Looks on until the run of a batch has gathered it, and says what became of it. */
async function frozen(context: Pick<Context, 'payments'>, id: string, left: readonly LeftOut[]): Promise<void> {
  const began = Date.now();
  let batch = await presentBatch(context, id);
  for (let pause = 50; isGathering(batch) && Date.now() - began < looksOn; pause = Math.min(2 * pause, 2000)) {
    await sleep(pause);
    batch = await presentBatch(context, id);
  }
  if (batch.stuck) throw new Complaint(`${id} is stuck: ${batch.stuck.error}. What to do: stuck`);
  if (batch.dissolved) {
    throw new Complaint([`${id} is given up: ${batch.dissolved.reason}.`, ...leftLines(left)].join('\n'));
  }
  const { totals } = batch.frozen ?? {};
  console.log(
    totals
      ? `${id} is frozen: ${plural(totals.claims, 'claim')}, ${won(totals.net)}. Finance is asked for the file of the bank.`
      : `${id} is being gathered: batches show ${id}`,
  );
}

const isGathering = ({ state, stuck }: Batch): boolean => state === 'GATHERING' && !stuck;

/** `batches go-on BATCH`: a new run takes over where the batch is, also of one that has none. */
export async function batchesGoOn(context: Reach, word: string | undefined): Promise<void> {
  const { id, state } = await batchNamed(context, word, 'batches go-on BATCH');
  await confirm(
    context,
    `A new run of ${id} takes over where it is; what is done stays so, and no one is asked twice.`,
  );
  const outcome = await redrive(context.commit, batchRuns(context), id, context.by, context.now());
  if (outcome.kind === 'not-needed') throw new Complaint(`${id} is ${state}: there is nothing left to do.`);
  console.log(outcome.kind === 'redriven' ? `The run ${outcome.run} is started.` : 'Its mark is gone.');
}

/** Of a batch by its id, what `find` shows; nothing if there is none. */
export async function batchOfId(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const batch = isBatchId(id) ? await context.payments.batch(id) : undefined;
  if (!batch) return undefined;
  const run = { id, name: batch.run > 0 ? presentRunOf(id, batch) : undefined, stuck: batch.stuck };
  return [['batch', id], ...(await batchRows(context, batch)), ...(await runRows(context, 'payment-run', run))];
}
