import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { confirmResult } from '../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../functions/payments/dissolve-batch.ts';
import { makeBankFile } from '../../functions/payments/make-bank-file.ts';
import { type Prove, provedDecision } from '../../functions/payments/proof-of.ts';
import { proveByCode } from '../../functions/second-factor/prove-decision.ts';
import type { SignLink } from '../../functions/shared/links.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { localDateSchema } from '../../functions/shared/time.ts';
import { filedOf } from '../../functions/tax-month/ask-due.ts';
import { seeTaxMonth } from '../../functions/tax-month/see-tax-month.ts';
import { dueDatesOf, taxDatesInForce } from '../../functions/tax-month/tax-dates.ts';
import { taxMonthCsv } from '../../functions/tax-month/tax-month.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { monthIn } from '../month-in.ts';
import { readNamedBytes } from '../read-file.ts';
import { actingOf } from './acting-of.ts';
import { batchNamed, type Reach } from './batches-commands.ts';
import { barredLine, resultLines } from './result-words.ts';

type Proving = Reach & Pick<Context, 'codes' | 'decisionProof' | 'proofs' | 'random'>;

/** The session of a shell proves as little as a mailbox: the code that another operator has said proves the decision. */
function proving(
  { codes, commit, decisionProof, flags, now, proofs, random }: Proving,
  decided: {
    readonly id: string;
    readonly person: string;
    readonly outcome: 'FILE' | 'RESULT';
    readonly usage: string;
  },
  signCode: SignLink,
): Prove {
  const { id, person, outcome, usage } = decided;
  const { code } = flags;
  if (code === undefined) {
    throw new Complaint(
      `Usage: npm run ops -- ${usage}\nAnother operator gives you the code: passkey decision-code ${person} ${id} --reason TEXT (on the local cloud, --as PERSON says who you are)`,
    );
  }
  return async (batch) => {
    const decision = provedDecision(person, batch, outcome);
    const proved = await proveByCode({ codes, commit, proofs, random, signCode }, { decision, code }, now());
    return proved.kind === 'proved' ? decisionProof.take(decision, now()) : undefined;
  };
}

/** `batches file BATCH FOLDER --code CODE` */
export async function batchesFile(context: Proving, words: readonly string[], sign: SignLink): Promise<void> {
  const usage = 'batches file BATCH FOLDER --code CODE';
  const { id, profile } = await batchNamed(context, words[0], usage);
  const folder = needed(words[1], usage);
  const acting = await actingOf(context);
  await confirm(context, `Makes the file of ${id} for the bank by ${profile}. It has account numbers.`);
  const prove = proving(context, { id, person: acting.person, outcome: 'FILE', usage }, sign);
  const outcome = await makeBankFile(context, { id, acting, by: context.by, prove }, context.now());
  if (outcome.kind !== 'made') throw new Complaint(resultLines(outcome).join('\n'));
  const path = join(folder, outcome.file.name);
  await writeFile(path, outcome.file.bytes, { mode: 0o600 });
  console.log(`${path}: ${outcome.file.bytes.length} bytes, SHA-256 ${outcome.batch.file?.hash ?? ''}`);
}

/** `batches result BATCH FILE DAY --code CODE` */
export async function batchesResult(context: Proving, words: readonly string[], sign: SignLink): Promise<void> {
  const usage = 'batches result BATCH FILE DAY --code CODE';
  const { id } = await batchNamed(context, words[0], usage);
  const file = needed(words[1], usage);
  const bytes = await readNamedBytes(file);
  const { data: paidOn } = localDateSchema.safeParse(needed(words[2], usage));
  if (!paidOn) throw new Complaint(`${words[2]} is no day such as 2027-04-26.`);
  const acting = await actingOf(context);
  await confirm(context, `Confirms that the bank has paid ${id} on ${paidOn}, as ${file} says. It cannot be undone.`);
  const prove = proving(context, { id, person: acting.person, outcome: 'RESULT', usage }, sign);
  const given = { id, bytes, paidOn, acting, by: context.by, prove };
  const outcome = await confirmResult(context, given, context.now());
  if (outcome.kind !== 'confirmed' && outcome.kind !== 'was-confirmed') {
    throw new Complaint(`Nothing was confirmed.\n${resultLines(outcome).join('\n')}`);
  }
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
  console.log(`${id} is given up; its run gives the claims back.`);
}

/** `batches tax-month MONTH`: with the due dates that finance has confirmed. */
export async function batchesTaxMonth(
  context: Pick<Context, 'filings' | 'now' | 'payments' | 'repaidTaxes' | 'rules'>,
  words: readonly string[],
): Promise<void> {
  const month = monthIn(words[0], 'batches tax-month MONTH');
  const [seen, dates, filings] = await Promise.all([
    seeTaxMonth(context, month),
    taxDatesInForce(context, context.now()),
    context.filings.ofMonth(month),
  ]);
  console.log(
    taxMonthCsv(seen, 'en')
      .replace(/^\uFEFF/u, '')
      .trimEnd(),
  );
  if (!dates) return console.log('Finance has confirmed no due dates: rules load FILE.');
  for (const { id, title, on, source } of dueDatesOf(month, dates)) {
    const filed = filedOf(filings, id).at(-1);
    const done = filed ? `; done: ${filed.evidence}, by ${filed.by} at ${filed.at}` : '';
    console.log(`${on}: ${title.en} (${source})${done}`);
  }
  if (dates.example) console.log('The due dates are examples: finance confirms them.');
}
