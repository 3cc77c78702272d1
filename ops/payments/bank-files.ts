import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { confirmResult } from '../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../functions/payments/dissolve-batch.ts';
import { makeBankFile } from '../../functions/payments/make-bank-file.ts';
import { seeTaxMonth } from '../../functions/payments/see-tax-month.ts';
import { giveBackBatch, settleBatch } from '../../functions/payments/settle-batch.ts';
import { dueDatesOf, taxDatesInForce } from '../../functions/payments/tax-dates.ts';
import { taxMonthCsv } from '../../functions/payments/tax-month.ts';
import { localDateSchema } from '../../functions/shared/time.ts';
import { formatWon } from '../../functions/shared/won.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { monthIn } from '../month-in.ts';
import { actingOf } from './acting-of.ts';
import { batchNamed, type Reach } from './batches-commands.ts';
import { barredLine, resultLines } from './result-words.ts';

/** `batches file BATCH FOLDER` */
export async function batchesFile(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'batches file BATCH FOLDER';
  const { id, profile } = await batchNamed(context, words[0], usage);
  const folder = needed(words[1], usage);
  const acting = await actingOf(context);
  await confirm(context, `Makes the file of ${id} for the bank by ${profile}. It has account numbers.`);
  const outcome = await makeBankFile(context, { id, acting, by: context.by }, context.now());
  if (outcome.kind !== 'made') throw new Complaint(resultLines(outcome).join('\n'));
  const path = join(folder, outcome.file.name);
  await writeFile(path, outcome.file.bytes, { mode: 0o600 });
  console.log(`${path}: ${outcome.file.bytes.length} bytes, SHA-256 ${outcome.batch.file?.hash ?? ''}`);
}

/** `batches result BATCH FILE DAY` */
export async function batchesResult(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'batches result BATCH FILE DAY';
  const { id } = await batchNamed(context, words[0], usage);
  const file = needed(words[1], usage);
  const bytes = await readFile(file).catch(() => {
    throw new Complaint(`There is no file ${file}.`);
  });
  const { data: paidOn } = localDateSchema.safeParse(needed(words[2], usage));
  if (!paidOn) throw new Complaint(`${words[2]} is no day such as 2027-04-26.`);
  const acting = await actingOf(context);
  await confirm(context, `Confirms that the bank has paid ${id} on ${paidOn}, as ${file} says. It cannot be undone.`);
  const given = { id, bytes, paidOn, acting, by: context.by };
  const outcome = await confirmResult(context, given, context.now());
  if (outcome.kind !== 'confirmed' && outcome.kind !== 'was-confirmed') {
    throw new Complaint(`Nothing was confirmed.\n${resultLines(outcome).join('\n')}`);
  }
  await settleBatch(context, id, context.now());
  const { paid, returned } = outcome.batch.result ?? {};
  console.log(`Paid: ${formatWon(paid?.net ?? 0).en}. Returned rows: ${returned?.transfers ?? 0}.`);
}

/** `batches give-up BATCH --reason TEXT` */
export async function batchesGiveUp(context: Reach, word: string | undefined): Promise<void> {
  const { id, file } = await batchNamed(context, word, 'batches give-up BATCH --reason TEXT');
  const { reason } = context.flags;
  if (!reason) throw new Complaint('It wants a reason: --reason "the bank refused the file"');
  const acting = await actingOf(context);
  const asked = file
    ? `Its file was made: only if the bank has paid nothing of ${id}. Its claims go into the next batch.`
    : `The claims of ${id} go into the next batch.`;
  await confirm(context, asked);
  const outcome = await dissolveBatch(context, { id, acting, by: context.by, reason }, context.now());
  if (outcome.kind === 'made-the-file') {
    throw new Complaint('Somebody else than who made the file has to say that the bank has not taken it.');
  }
  if (outcome.kind === 'approved-it' || outcome.kind === 'paid-by-it') throw new Complaint(barredLine(outcome));
  if (outcome.kind === 'not-now' && outcome.state !== 'DISSOLVING') throw new Complaint(`It is ${outcome.state}.`);
  await giveBackBatch(context, id, context.now());
  console.log(`${id} is given up.`);
}

/** `batches tax-month MONTH`: with the due dates that finance has confirmed. */
export async function batchesTaxMonth(
  context: Pick<Context, 'now' | 'payments' | 'rules'>,
  words: readonly string[],
): Promise<void> {
  const month = monthIn(words[0], 'batches tax-month MONTH');
  const [seen, dates] = await Promise.all([seeTaxMonth(context, month), taxDatesInForce(context, context.now())]);
  console.log(
    taxMonthCsv(seen, 'en')
      .replace(/^\uFEFF/u, '')
      .trimEnd(),
  );
  if (!dates) return console.log('Finance has confirmed no due dates: rules load FILE.');
  for (const { title, on, source } of dueDatesOf(month, dates)) console.log(`${on}: ${title.en} (${source})`);
  if (dates.example) console.log('The due dates are examples: finance confirms them.');
}
