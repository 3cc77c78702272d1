import { recordRepayment } from '../../functions/corrections/record-repayment.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { localDateSchema, seoulDateOf } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

const usage = 'claims repaid CLAIM WON DAY';

const won = (amount: number): string => formatWon(amount).en;

/** `claims repaid CLAIM WON DAY`: what has come in of what was asked back, all or a part of it. */
export async function claimsRepaid(
  context: Pick<Context, 'budgets' | 'by' | 'claims' | 'commit' | 'flags' | 'now'>,
  words: readonly string[],
): Promise<void> {
  const [claim, amountWord] = [needed(words[0], usage), needed(words[1], usage)];
  const on = localDateSchema.safeParse(needed(words[2], usage));
  const amount = /^[1-9]\d{0,9}$/u.test(amountWord) ? Number(amountWord) : undefined;
  if (amount === undefined || !on.success) throw new Complaint(`Usage: npm run ops -- ${usage} (116040 2027-06-10)`);
  if (on.data > seoulDateOf(context.now())) throw new Complaint(`${on.data} is not there yet.`);
  await confirm(context, `Records that ${won(amount)} of what was asked back of ${claim} came in on ${on.data}.`);
  const outcome = await recordRepayment(context, { claim, amount, on: on.data, by: context.by }, context.now());
  switch (outcome.kind) {
    case 'unknown':
      throw new Complaint(`There is no claim ${claim}.`);
    case 'not-asked':
      throw new Complaint('Nothing of it is to be paid back.');
    case 'before-payment':
      throw new Complaint(`Nothing was recorded: ${on.data} is before ${claim} was paid, ${outcome.paidOn}.`);
    case 'too-much':
      throw new Complaint(`Nothing was recorded: only ${won(outcome.left)} are to be paid back.`);
    case 'short': {
      const short = outcome.parts.map(({ year, line, by, free }) => `${year} ${line}: ${won(by - free)} too little`);
      throw new Complaint(`Nothing was recorded: raise a ceiling first. ${short.join(', ')}`);
    }
    case 'recorded':
      console.log(outcome.left > 0 ? `${won(outcome.left)} are still to be paid back.` : 'All of it is paid back.');
  }
}
